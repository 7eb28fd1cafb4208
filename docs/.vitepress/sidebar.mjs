// The pages of the site, in the order in which a newcomer needs them. A page that is missing here fails a test.

/** Those that stand at the root of the repository. */
export const pagesAtTheRoot = ['README.md', 'SECURITY.md', 'CHANGELOG.md'];

/** @param {string} text @param {Record<string, string>} pages each title with the name of its page */
const group = (text, pages) => ({
  text,
  items: Object.entries(pages).map(([title, page]) => ({ text: title, link: `/${page}` })),
});

export const sidebar = [
  group('Start', {
    'What it is': 'readme',
    'Quick start': 'quick-start',
    'Popup or frame': 'popup-or-frame',
    Whitelabel: 'whitelabel',
    'Your back end': 'backend',
    'Edit and map authentications': 'authentications',
    "Moving over from Tray's sample": 'moving-from-trays-sample',
  }),
  group('Your code', {
    Frameworks: 'frameworks',
    Testing: 'testing',
    'Texts for your users': 'labels',
    'Bundlers, servers and policies': 'bundlers',
  }),
  group('Reference', {
    Options: 'options',
    Errors: 'errors',
    Browsers: 'browsers',
    Security: 'security',
    'Popups in detail': 'popups',
    'Frames in detail': 'frames',
    Changes: 'changelog',
  }),
  group('When it does not work', {
    'Troubleshooting and FAQ': 'troubleshooting',
    'Diagnose and debug': 'diagnose-and-debug',
    'With the real Tray': 'real-tray',
  }),
  group('Behind it', { Sizes: 'size', Speed: 'speed', 'For contributors: packaging': 'packaging' }),
];

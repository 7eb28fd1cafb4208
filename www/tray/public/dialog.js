// The dialog: shows the parts of the form, gets the provider's consent, and reports to the host page how it ended.
import { note, request } from './api.js';
import { askConsent } from './consent.js';
import { page } from './page.js';
import { host, play, playAtOnce } from './steps.js';

const { api, steps, via, resumed, askBeforeClose, result, service, authType, consent } = page();
const form = document.querySelector('form');
const parts = [...form.querySelectorAll('fieldset')];
const buttons = {
  next: form.querySelector('#next'),
  back: form.querySelector('#back'),
  cancel: form.querySelector('#cancel'),
};
const status = document.querySelector('[role=status]');
const alert = document.querySelector('[role=alert]');
let current = 0;
let asking = new AbortController();

function show(index) {
  current = index;
  parts.forEach((part, i) => {
    part.hidden = i !== index;
  });
  buttons.back.hidden = index === 0;
  const last = index === parts.length - 1;
  buttons.next.textContent = !last ? 'Next' : authType === 'oauth' ? `Continue to ${service}` : 'Save';
  document.querySelector('#progress').textContent = parts.length > 1 ? `Step ${index + 1} of ${parts.length}` : '';
  say('');
}

/** @param {string} text for the status line @param {string} [problem] for what went wrong */
function say(text, problem = '') {
  status.textContent = text;
  alert.textContent = problem;
}

function busy(isBusy) {
  buttons.next.disabled = isBusy;
  buttons.back.disabled = isBusy;
}

function showProblem({ message, field }) {
  say('', message);
  const input = field && form.elements.namedItem(field);
  const part = parts.findIndex((one) => one.contains(input));
  if (part < 0) return;
  show(part);
  say('', message);
  input.setAttribute('aria-invalid', 'true');
  input.focus();
}

form.addEventListener('input', ({ target }) => target.removeAttribute('aria-invalid'));
buttons.back.addEventListener('click', () => show(current - 1));
buttons.cancel.addEventListener('click', () => end('Cancelled.', steps.onCancel));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (current < parts.length - 1) {
    show(current + 1);
    parts[current].querySelector('input, select')?.focus();
  } else if (authType === 'oauth') {
    connect();
  } else {
    finish();
  }
});

async function connect() {
  asking.abort();
  asking = new AbortController();
  busy(true);
  say(`Waiting for ${service}…`);
  try {
    const draft = new URLSearchParams(new FormData(form));
    const frame = document.querySelector('#provider');
    answer(await askConsent({ api, via, draft, frame, signal: asking.signal, onGone: answer }));
  } catch (error) {
    busy(false);
    showProblem(error);
  }
}

function answer(consent) {
  if (consent === 'granted') return finish();
  busy(false);
  say(
    '',
    {
      denied: `${service} did not give access. You can try again.`,
      closed: `The ${service} window was closed. You can try again.`,
      blocked: `The browser may have blocked the ${service} window. Allow popups here and try again.`,
    }[consent],
  );
}

async function finish() {
  busy(true);
  say('Saving…');
  try {
    const data = new FormData(form);
    const fields = Object.fromEntries(
      [...form.querySelectorAll('[data-field]')].map(({ name }) => [name, data.get(name)]),
    );
    const saved = await request(`${api}/finish`, { ...(data.has('title') && { title: data.get('title') }), fields });
    end(`${service} is connected. You can close this window.`, steps.onFinish, saved);
  } catch (error) {
    busy(false);
    showProblem(error);
  }
}

function end(text, ending, ended = result) {
  form.hidden = true;
  say(text);
  play(ending, { result: ended });
}

window.addEventListener('message', (event) => {
  if (event.data?.type === 'sim.consent') return;
  note(api, { kind: 'message', origin: event.origin, fromHost: event.source === host(), data: event.data });
});
window.addEventListener('pagehide', () => {
  playAtOnce(steps.onPagehide, { result });
  note(api, { kind: 'pagehide' });
});
if (askBeforeClose) window.addEventListener('beforeunload', (event) => event.preventDefault());

show(0);
form.hidden = false; // before this, submitting would have sent it to the server
document.querySelector('#alone').hidden = host() !== null;
if (resumed && consent !== 'none') answer(consent);
play(steps.onLoad, { result });

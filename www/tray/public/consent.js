// Gets the provider's consent: in a popup, in a frame, or on the provider's page in the same window.
import { request } from './api.js';

/** How often to ask the server, ms. Usually the popup reports the end itself, unless the provider's COOP header has cut it off. */
const POLL = 500;

/**
 * Call it in the click itself, because of the popup.
 * @param {object} how
 * @param {string} how.api
 * @param {'popup' | 'redirect' | 'frame'} how.via
 * @param {URLSearchParams} how.draft what the user has chosen
 * @param {HTMLIFrameElement} how.frame
 * @param {AbortSignal} how.signal stops waiting
 * @param {(why: 'closed' | 'blocked') => void} how.onGone the window is closed, or seems closed: a COOP header looks the
 *   same from here, so it keeps waiting
 * @returns {Promise<'granted' | 'denied'>} never settles if the page itself goes to the provider
 */
export function askConsent({ api, via, draft, frame, signal, onGone }) {
  const url = `${api}/consent?${draft}`;
  if (via === 'redirect') {
    location.assign(url);
    return new Promise(() => {});
  }
  if (via === 'frame') {
    frame.hidden = false;
    frame.src = url;
    return settle({ api, signal, source: frame.contentWindow }).finally(() => {
      frame.hidden = true;
    });
  }
  const popup = window.open(url, '_blank', centred(480, 640));
  // Also null if a window has opened in a browsing context group of its own: from the dialog's frame in a host page with COOP.
  if (popup === null) onGone('blocked');
  return settle({ api, signal, source: popup, isGone: () => popup?.closed === true, onGone });
}

/** Asks the server until it knows the answer. */
function settle({ api, signal, source, isGone = () => false, onGone }) {
  return new Promise((resolve, reject) => {
    let told = false;
    const stop = () => {
      clearInterval(timer);
      window.removeEventListener('message', onMessage);
      signal.removeEventListener('abort', stop);
    };
    const look = async () => {
      const gone = isGone(); // before the request, so that an answer just before the window closed still counts
      try {
        const { consent } = await request(api);
        if (signal.aborted) return;
        if (consent === 'granted' || consent === 'denied') {
          stop();
          resolve(consent);
        } else if (gone && !told) {
          told = true;
          onGone('closed');
        }
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const onMessage = (event) => {
      if (event.source === source && event.origin === location.origin && event.data?.type === 'sim.consent') look();
    };
    window.addEventListener('message', onMessage);
    signal.addEventListener('abort', stop);
    const timer = setInterval(look, POLL);
  });
}

function centred(width, height) {
  const left = Math.round(window.screenX + (window.outerWidth - width) / 2);
  const top = Math.round(window.screenY + (window.outerHeight - height) / 2);
  return `popup,width=${width},height=${height},left=${left},top=${top}`;
}

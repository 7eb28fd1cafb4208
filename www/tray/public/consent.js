// Gets the provider's consent: in a popup of the dialog's own, in a frame, or by leaving for the provider's page.
import { request } from './api.js';

/** How often the server is asked, ms. The popup usually says so itself, unless its provider's COOP header cut it off. */
const POLL = 500;

/**
 * Must be called in the click's own task, for the popup.
 * @param {object} how
 * @param {string} how.api
 * @param {'popup' | 'redirect' | 'frame'} how.via
 * @param {URLSearchParams} how.draft what the person has chosen
 * @param {HTMLIFrameElement} how.frame
 * @param {AbortSignal} how.signal stops the waiting
 * @param {(why: 'closed' | 'blocked') => void} how.onGone the window is gone, or seems so: a COOP header looks just like it
 *   from here, so the waiting goes on
 * @returns {Promise<'granted' | 'denied'>} never settles where the page leaves
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
  // Null also where a window did open, but in a group of its own: under a host page with COOP, from the dialog's frame.
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
      const gone = isGone(); // before the question: an answer given just before the window closed is still seen
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

// @ts-check
// The entry with a custom element, for plain HTML, Angular and everything that uses custom elements: a button that opens the
// dialog. Types: element.d.ts. Imports the default entry, `element/options`, `frameworks/controller`.
import { fromAttributes, merge, properties } from './element/options.js';
import { createController } from './frameworks/controller.js';
import { openAuthDialog, prepare } from './index.js';

/** Marks our classes, including those of another copy of this package. */
const mark = Symbol.for('tray-auth-dialog');

/** @param {string} [name] @returns {any} */
export function defineTrayAuthButton(name = 'tray-auth-button') {
  // On a server there is no registry to define it in, and no class to extend.
  if (typeof customElements === 'undefined' || typeof HTMLElement === 'undefined') return undefined;
  const taken = /** @type {any} */ (customElements.get(name));
  if (taken && !taken[mark])
    throw new Error(`<${name}> is already another element: give defineTrayAuthButton another name.`);
  // One class per name, because the browser does not accept a class twice.
  if (!taken) customElements.define(name, createClass());
  return customElements.get(name);
}

function createClass() {
  /** The inner side of each element. @type {WeakMap<Element, ReturnType<typeof build>>} */
  const inners = new WeakMap();
  const innerOf = (/** @type {any} */ element) => /** @type {ReturnType<typeof build>} */ (inners.get(element));

  class TrayAuthButton extends HTMLElement {
    static get formAssociated() {
      return true;
    }

    static get observedAttributes() {
      return ['disabled'];
    }

    constructor() {
      super();
      inners.set(this, build(this));
      // A property that was set before the element was defined is a plain property, which hides our accessor.
      for (const name of [...properties, 'options', 'openAuthDialog', 'disabled']) {
        if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
        const value = /** @type {any} */ (this)[name];
        delete (/** @type {any} */ (this)[name]);
        /** @type {any} */ (this)[name] = value;
      }
    }

    attributeChangedCallback() {
      innerOf(this).update();
    }

    /** Also called when its `<fieldset>` is disabled. @param {boolean} disabled */
    formDisabledCallback(disabled) {
      innerOf(this).isFormDisabled = disabled;
      innerOf(this).update();
    }

    formResetCallback() {
      innerOf(this).setFormValue(null);
    }

    connectedCallback() {
      // The page may set its properties right after adding it.
      Promise.resolve().then(() => innerOf(this).opener === openAuthDialog && prepare());
    }

    disconnectedCallback() {
      // If it was only moved, it is connected again by then.
      Promise.resolve().then(() => this.isConnected || innerOf(this).controller.close());
    }

    get options() {
      return innerOf(this).options;
    }
    set options(options) {
      innerOf(this).options = options;
    }
    get openAuthDialog() {
      return innerOf(this).opener;
    }
    set openAuthDialog(open) {
      innerOf(this).opener = open ?? openAuthDialog;
    }
    get disabled() {
      return this.hasAttribute('disabled');
    }
    set disabled(disabled) {
      this.toggleAttribute('disabled', Boolean(disabled));
    }
    get state() {
      return innerOf(this).controller.view().state;
    }
    get busy() {
      return innerOf(this).controller.view().busy;
    }
    get result() {
      return innerOf(this).controller.view().result;
    }
    get error() {
      return innerOf(this).controller.view().error;
    }
    open() {
      return innerOf(this).controller.open();
    }
    retry() {
      return innerOf(this).controller.retry();
    }
    close() {
      innerOf(this).controller.close();
    }
  }

  for (const name of properties) {
    Object.defineProperty(TrayAuthButton.prototype, name, {
      configurable: true,
      enumerable: true,
      /** @this {Element} */
      get() {
        const { own } = innerOf(this);
        return own[name] === undefined ? fromAttributes(this)[name] : own[name];
      },
      /** @this {Element} @param {any} value */
      set(value) {
        innerOf(this).own[name] = value;
      },
    });
  }
  Object.defineProperty(TrayAuthButton, mark, { value: true });
  return TrayAuthButton;
}

/** @param {any} element */
function build(element) {
  const root = element.attachShadow({ mode: 'open', delegatesFocus: true });
  const button = document.createElement('button');
  // It must never submit the form around it.
  button.type = 'button';
  button.setAttribute('part', 'button');
  const label = document.createElement('slot');
  label.append('Connect');
  button.append(label);
  root.append(button);
  const internals = element.attachInternals?.();

  /** @param {string} type @param {any} detail */
  const dispatch = (type, detail) => void element.dispatchEvent(new CustomEvent(type, { detail }));
  /** @returns {any} */
  const read = () => {
    const options = merge(merge(inner.options, fromAttributes(element)), inner.own);
    const { onEvent, onError } = options;
    return {
      ...options,
      // Callbacks run first, as for a dialog.
      onEvent: checked(onEvent, (event) => event.type === 'error' || dispatch(event.type, event)),
      onError: checked(onError, (error) => dispatch('error', error)),
    };
  };

  let hadFocus = false;
  const update = () => {
    const { busy, result } = inner.controller.view();
    const disabled = busy || inner.isFormDisabled || element.hasAttribute('disabled');
    if (!button.disabled && disabled) hadFocus = root.activeElement === button;
    const enables = button.disabled && !disabled;
    button.disabled = disabled;
    button.setAttribute('part', busy ? 'button busy' : 'button');
    // Browsers remove the focus from a button that becomes disabled.
    if (enables && hadFocus && (document.activeElement ?? document.body) === document.body)
      button.focus({ preventScroll: true });
    busy ? button.setAttribute('aria-busy', 'true') : button.removeAttribute('aria-busy');
    if (result) inner.setFormValue(result.authId);
  };

  /** @returns {import('./frameworks/types.js').OpenAuthDialog} */
  const opener = () => inner.opener;
  const inner = {
    /** The options set as properties. @type {any} */
    own: {},
    /** @type {any} */
    options: undefined,
    /** @type {any} */
    opener: openAuthDialog,
    isFormDisabled: false,
    controller: createController(read, () => opener()),
    update,
    /** @param {string | null} value */
    setFormValue: (value) => void internals?.setFormValue?.(value),
  };
  // On the element, not on the button inside, so that click() and a label work too.
  element.addEventListener('click', () => {
    if (!button.disabled) inner.controller.open();
  });
  inner.controller.subscribe(update);
  return inner;
}

/**
 * @param {any} callback the page's own; if it is not a function, `openAuthDialog` refuses it by name
 * @param {(argument: any) => unknown} then
 */
function checked(callback, then) {
  if (callback !== undefined && typeof callback !== 'function') return callback;
  return (/** @type {any} */ argument) => {
    try {
      callback?.(argument);
    } finally {
      then(argument);
    }
  };
}

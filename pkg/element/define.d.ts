/**
 * Defines `<tray-auth-button>` when it is imported. On a server it does nothing.
 *
 * @packageDocumentation
 */
import type { TrayAuthButton } from '../element.js';

declare global {
  interface HTMLElementTagNameMap {
    'tray-auth-button': TrayAuthButton;
  }
}

// The packages that samples import and that are not here: their own types are theirs to hold.
declare module '@angular/core';
declare module '@testing-library/react';
declare module '@testing-library/user-event';
declare module 'express';
declare module 'hono';

// The partner's own files, by whatever path.
declare module '*/back-end' {
  export function fetchCode(): Promise<string>;
  export function save(result: import('tray-auth-dialog').SolutionResult): Promise<void>;
}
declare module '*/connect.js';

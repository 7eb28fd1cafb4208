'use client';
// @ts-check
// The entry for React, 16.8 and newer: a hook, and a provider that gives it another `openAuthDialog`. Types: react.d.ts.
// Imports React, the default entry, `frameworks/controller`.
import { createContext, createElement, useContext, useEffect, useRef, useState } from 'react';
import { createController } from './frameworks/controller.js';
import { openAuthDialog, prepare } from './index.js';

const Opener = /* @__PURE__ */ createContext(openAuthDialog);

/** @param {{ open?: any, children?: any }} props */
export function AuthDialogProvider({ open = openAuthDialog, children }) {
  return createElement(Opener.Provider, { value: open }, children);
}

/** @param {any} options @returns {any} */
export function useAuthDialog(options) {
  const open = useContext(Opener);
  const latest = useRef({ options, open });
  // Not during rendering: React may discard a render.
  useEffect(() => {
    latest.current = { options, open };
  });
  // Effects run only in a page, not on a server.
  useEffect(() => {
    if (open === openAuthDialog) prepare();
  }, [open]);
  const [controller] = useState(() =>
    createController(
      () => latest.current.options,
      () => latest.current.open,
    ),
  );
  const [view, show] = useState(controller.view);
  useEffect(() => {
    const unsubscribe = controller.subscribe(show);
    return () => {
      unsubscribe();
      controller.close();
    };
  }, [controller]);
  return view;
}

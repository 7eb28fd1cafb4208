// The hook that docs/packaging.md shows: what this component opened closes with it.
import { useEffect, useRef } from 'react';
import { openAuthDialog } from 'tray-auth-dialog';

/** @returns {typeof openAuthDialog} to be called in a click */
export function useAuthDialog() {
  const latest = useRef();
  useEffect(() => () => latest.current?.close(), []);
  return (options) => {
    latest.current?.close();
    latest.current = openAuthDialog(options);
    return latest.current;
  };
}

// The dialog inside a component, as docs/packaging.md shows it: opened when it is mounted, gone when it is unmounted.
import { useEffect, useRef } from 'react';
import { isAuthDialogError, openAuthDialog } from 'tray-auth-dialog';

export function InlineDialog({ options, onResult, onError }) {
  const container = useRef();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const open = async () => openAuthDialog({ ...options, display: container.current, signal }).result;
    open().then(onResult, (error) => {
      if (!isAuthDialogError(error, 'aborted')) onError(error);
    });
    return () => controller.abort();
  }, [options, onResult, onError]);
  return <div id="container" ref={container} />;
}

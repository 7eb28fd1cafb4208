// The same for those of React.
import { createRoot } from 'react-dom/client';

/** @param {{ connect: () => void }} props */
export const Content = ({ connect }) => (
  <>
    <input id="field" aria-label="Name" />
    <button id="connect" type="button" onClick={connect}>
      Connect
    </button>
  </>
);

/** @param {(props: { connect: () => void }) => unknown} App */
export const mounting = (App) => (root, connect) => createRoot(root).render(<App connect={connect} />);

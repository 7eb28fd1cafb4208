import * as Dialog from '@radix-ui/react-dialog';
import { Content, mounting } from './content.jsx';

const App = ({ connect }) => (
  <Dialog.Root>
    <Dialog.Trigger id="opener">Settings</Dialog.Trigger>
    <Dialog.Portal>
      <Dialog.Overlay style={{ position: 'fixed', inset: 0 }} />
      <Dialog.Content aria-describedby={undefined} style={{ position: 'fixed', insetInlineStart: 0, top: '50%' }}>
        <Dialog.Title>Settings</Dialog.Title>
        <Content connect={connect} />
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
);

export const mount = mounting(App);

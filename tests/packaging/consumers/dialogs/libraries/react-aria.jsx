import { Button, Dialog, DialogTrigger, Heading, Input, Modal, ModalOverlay } from 'react-aria-components';
import { mounting } from './content.jsx';

const App = ({ connect }) => (
  <DialogTrigger>
    <Button id="opener">Settings</Button>
    <ModalOverlay isDismissable style={{ position: 'fixed', inset: 0 }}>
      <Modal style={{ position: 'fixed', insetInlineStart: 0, top: '50%' }}>
        <Dialog>
          <Heading slot="title">Settings</Heading>
          <Input id="field" aria-label="Name" />
          <Button id="connect" onPress={connect}>
            Connect
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  </DialogTrigger>
);

export const mount = mounting(App);

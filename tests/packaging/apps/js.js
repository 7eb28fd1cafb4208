// The entry without WebAssembly.
import { openAuthDialog } from 'tray-auth-dialog/js';
import { connect } from './connect.js';

connect(openAuthDialog);

// The default entry, as every partner would write it.
import { openAuthDialog } from 'tray-auth-dialog';
import { connect } from './connect.js';

connect(openAuthDialog);

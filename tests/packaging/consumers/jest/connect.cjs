// What a partner tests: their own code, which opens a dialog.
const { isAuthDialogError, openAuthDialog } = require('tray-auth-dialog');

exports.connect = async () => {
  try {
    return await openAuthDialog({ partnerName: 'acme', authorizationCode: async () => 'code' }).result;
  } catch (error) {
    if (!isAuthDialogError(error, 'closed')) throw error;
  }
};

const { answers } = require('./no-page.js');

console.log(JSON.stringify(answers(require('tray-auth-dialog'))));

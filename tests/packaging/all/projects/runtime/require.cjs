// What works without a page, with the package loaded by `require`.
const { answers } = require('./no-page.js');

console.log(JSON.stringify(answers(require('tray-auth-dialog'))));

const { answer } = require('./runtime.js');

console.log(answer(require('tray-auth-dialog')));

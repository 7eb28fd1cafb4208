// A page of Angular, compiled in the browser. The test puts the sample of the documentation beside it.
import '@angular/compiler';
import { Component, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { open } from './back-end';
import { ConnectComponent } from './connect.component';

const shown = signal(true);

@Component({
  selector: '#app',
  imports: [ConnectComponent],
  template: `
    @if (shown()) {
      <app-connect solutionInstanceId="instance-1" />
      @if (two) {
        <app-connect solutionInstanceId="instance-2" />
      }
    }
  `,
})
class App {
  shown = shown;
  two = new URLSearchParams(location.search).has('two');
}

bootstrapApplication(App).then(() => {
  // At the simulated Tray.
  for (const button of document.querySelectorAll('tray-auth-button')) Object.assign(button, { openAuthDialog: open });
  Object.assign(globalThis, { ready: true, remove: () => shown.set(false) });
});

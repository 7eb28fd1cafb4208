import { type AfterViewInit, Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { openAuthDialog } from 'tray-auth-dialog';
import { connect } from './connect.js';

@Component({
  selector: 'partner-app',
  template: '<button id="connect">Connect Slack</button><output id="outcome"></output>',
})
class App implements AfterViewInit {
  ngAfterViewInit(): void {
    connect(openAuthDialog);
  }
}

bootstrapApplication(App).catch((error) => console.error(error));

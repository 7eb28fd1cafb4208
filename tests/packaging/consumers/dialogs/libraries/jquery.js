// jQuery where its plug-ins look for it.
import $ from 'jquery';

globalThis.jQuery = $;
export default $;

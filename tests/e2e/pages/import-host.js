// For pages in which a module does not start by itself: Chromium runs no `<script type="module">` of an XHTML page.
import('/pages/host.js');

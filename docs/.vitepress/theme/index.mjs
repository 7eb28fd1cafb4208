// The generator's own look, with colours that everybody can read. Home.mjs takes the place of its front page.
import theme from 'vitepress/theme-without-fonts';
import './style.css';

export default theme;

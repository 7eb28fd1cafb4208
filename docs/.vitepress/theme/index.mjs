// The generator's own look, with colours that everybody can read.
import theme from 'vitepress/theme-without-fonts';
import './style.css';

export default theme;

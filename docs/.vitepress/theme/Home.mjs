// The front page, in place of the generator's, which has no `main` for those who go from landmark to landmark.
import { h } from 'vue';
import { VPHomeFeatures, VPHomeHero } from 'vitepress/theme-without-fonts';

export default () => h('main', { class: 'VPHome' }, [h(VPHomeHero), h(VPHomeFeatures)]);

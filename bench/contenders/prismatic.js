// It shows its pages in iframes: nothing opens in the click.
import prismatic from '@prismatic-io/embedded';

export const click = () => {
  prismatic.init();
  prismatic.showMarketplace({ usePopover: true });
};

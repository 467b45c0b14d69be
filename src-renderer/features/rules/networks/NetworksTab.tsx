import type { ReactNode } from 'react';
import { Page } from '../../../ui/index.ts';
import { AllowedNetworks } from './AllowedNetworks.tsx';
import { CompanyExits } from './CompanyExits.tsx';
import { Databases } from './Databases.tsx';
import { LookUp } from './LookUp.tsx';
import { NetworkLists } from './NetworkLists.tsx';
import classes from './networks.module.css';

/** What the product knows about addresses, how old it is, and what the company adds to it. */
export function NetworksTab({ header }: { readonly header: ReactNode }) {
  return (
    <Page header={header} padded>
      <div className={classes['page']}>
        <LookUp />
        <Databases />
        <NetworkLists />
        <CompanyExits />
        <AllowedNetworks />
      </div>
    </Page>
  );
}

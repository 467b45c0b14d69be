import type { AddressDatabase } from '../../src-main/core/networks/manifest.ts';

type Source = Pick<AddressDatabase, 'name' | 'maker' | 'licence' | 'attribution' | 'caution'>;

const caution =
  'The maker of the shipped databases says that this release line contains errors and publishes corrected data elsewhere. Where an answer matters, load a newer file.';

/** What each database is and under which terms it may be passed on, from the licence files inside its package. */
export const sources: Readonly<Record<AddressDatabase['role'], Source>> = {
  country: {
    name: 'GeoFeed, Whois and ASN countries',
    maker: 'ip-location-db (geo-whois-asn-country)',
    licence: 'CC0 1.0; registry statistics CC BY 4.0',
    attribution: 'Registry statistics: Number Resource Organization (nro.net), CC BY 4.0. Compiled by ip-location-db.',
    caution,
  },
  country2: {
    name: 'IPtoASN countries',
    maker: 'ip-location-db (iptoasn-country)',
    licence: 'PDDL 1.0',
    attribution: 'Data by IPtoASN (iptoasn.com). Compiled by ip-location-db.',
    caution,
  },
  operator: {
    name: 'RouteViews and DB-IP network operators',
    maker: 'ip-location-db (asn)',
    licence: 'CC BY 4.0',
    attribution:
      'Data by RouteViews (routeviews.org), DB-IP (db-ip.com) and the Number Resource Organization (nro.net), CC BY 4.0; merged by ip-location-db, rearranged here.',
    caution,
  },
};

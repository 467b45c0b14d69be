/**
 * The world as a grid of tiles, one a country, near where it lies. Every country has the same size, so that a small one is
 * seen; territories that are not here are named below the map. Codes are ISO 3166-1 alpha-2.
 */
const rows = `
. .  .  GL .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
. .  .  .  .  .  .  .  .  .  IS .  .  NO SE FI .  .  .  .  .  .  .  .  .  .  .
. CA .  .  .  .  .  .  .  .  .  .  .  DK .  EE LV .  RU .  .  .  .  .  .  .  .
. US .  .  .  .  .  .  .  IE GB .  NL DE PL LT BY .  .  .  .  .  .  .  .  .  .
. MX .  .  .  .  .  .  .  .  .  BE LU CZ SK UA MD .  KZ .  .  MN .  .  .  .  .
. GT BZ BS .  .  .  .  .  .  .  FR CH AT HU RO .  GE AZ UZ KG .  .  KP .  JP .
. SV HN CU HT DO PR .  .  PT ES AD LI SI HR RS BG AM .  TM TJ CN .  KR .  .  .
. .  NI JM .  .  .  AG .  .  .  MC IT BA ME MK TR .  IQ IR AF .  .  .  TW .  .
. .  CR .  .  .  KN DM .  .  .  SM VA XK AL GR CY SY .  KW PK NP BT HK .  .  .
. .  .  PA .  .  LC BB .  .  .  MT .  .  .  .  LB .  BH QA IN BD MM MO PH .  .
. .  .  CO VE VC GD TT .  MA DZ TN LY EG .  .  IL JO SA AE .  .  TH LA VN .  .
. .  .  EC GY SR .  .  .  EH MR ML NE TD SD .  PS .  YE OM .  LK .  KH .  GU .
. .  .  PE BR .  .  .  CV SN GM BF NG CF SS ER DJ .  .  .  .  MV .  MY BN PW FM
. .  .  BO PY .  .  .  .  GW GN CI BJ CM ET SO .  .  .  .  .  .  .  SG TL MH KI
. .  .  CL UY .  .  .  .  SL LR GH TG GA UG KE .  SC .  .  .  .  .  ID PG NR TV
. .  .  AR .  .  .  .  .  .  .  .  ST GQ CD RW TZ KM .  .  .  .  .  .  .  SB VU
. .  .  .  .  .  .  .  .  .  .  .  .  CG AO BI MW .  .  .  .  .  .  AU .  FJ WS
. .  .  .  .  .  .  .  .  .  .  .  .  .  NA ZM ZW MZ MG MU .  .  .  .  NZ TO .
. .  .  .  .  .  .  .  .  .  .  .  .  .  .  BW ZA SZ LS .  .  .  .  .  .  .  .
`;

export interface WorldTile {
  readonly country: string;
  readonly column: number;
  readonly row: number;
}

export const worldTiles: readonly WorldTile[] = rows
  .trim()
  .split('\n')
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((country, column) => (country === '.' ? [] : [{ country, column, row }])),
  );

export const worldSize = {
  columns: Math.max(...worldTiles.map((tile) => tile.column)) + 1,
  rows: Math.max(...worldTiles.map((tile) => tile.row)) + 1,
} as const;

import { describe, expect, it } from 'vitest';
import { readTies, type TieContext } from './ties.ts';

const read = (text: string, context: TieContext = 'citizen') => {
  const reading = readTies(text, context, null);
  const said = reading.statements.map(({ kind, country, since }) =>
    [kind, country ?? '-', since].filter((part) => part !== null).join(' '),
  );
  return [
    ...said,
    ...(reading.unknown ? ['unknown'] : []),
    ...reading.unreadable.map((part) => `? ${part}`),
    ...reading.twoWays.map((part) => `2 ${part}`),
  ];
};

describe('ties as rosters write them', () => {
  it.each([
    ['CN', ['citizen CN']],
    ['us', ['citizen US']],
    ['NO', ['citizen NO']],
    ['NO; US', ['citizen NO', 'citizen US']],
    ['no', []],
    ['CHN', ['citizen CN']],
    ['156', ['citizen CN']],
    ['NA', ['citizen NA']],
    ['Korea, South', ['citizen KR']],
    ['Korea', ['? Korea']],
    ['Congo', ['? Congo']],
    ['Bosnia and Herzegovina, US', ['citizen BA', 'citizen US']],
    ['Chinese', ['citizen CN']],
    ['Iranian / American', ['citizen IR', 'citizen US']],
    ['US/IR', ['citizen US', 'citizen IR']],
    ['CN; US', ['citizen CN', 'citizen US']],
    ['Dual: Canada & India', ['citizen CA', 'citizen IN']],
    ['CN since 1992-04-02; US since 2015', ['citizen CN 1992-04-02', 'citizen US 2015']],
    ['CN (1992-04-02)', ['citizen CN 1992-04-02']],
    ['CN:1992-04-02|US:2015-01-09', ['citizen CN 1992-04-02', 'citizen US 2015-01-09']],
    ['DE (seit 03.04.2011)', ['citizen DE 2011-04-03']],
    ['CN (03/04/2011)', ['2 03/04/2011']],
    ['Citizen (United States of America)', ['citizen US']],
    ['Citizen (China)\nPermanent Resident (United States of America)', ['citizen CN', 'resident US']],
    ['Permanent Resident (Canada)', ['resident CA']],
    ['Non-Resident Alien (India)', ['notResident IN']],
    ['Non-Resident Alien (United States of America)', ['notResident US']],
    ['Citizen of Bosnia and Herzegovina', ['citizen BA']],
    ['Iranian citizen', ['citizen IR']],
    ['US citizen (naturalized 2019-05-01)', ['citizen US 2019-05-01']],
    ['Green card', ['resident US']],
    ['unknown', ['unknown']],
    ['n/a', ['unknown']],
    ['', []],
    ['-', []],
    ['none', []],
    ['Hong Kong, China', ['citizen HK']],
    ['Nigerien', ['citizen NE']],
    ['Dominican', ['? Dominican']],
    ['Klingon', ['? Klingon']],
    ['stateless', ['? stateless']],
  ])('citizenship “%s”', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['citizen', ['citizen US']],
    ['US Citizen', ['citizen US']],
    ['lawfulPermanentResident', ['resident US']],
    ['LPR', ['resident US']],
    ['Green Card holder', ['resident US']],
    ['permanent resident', ['resident US']],
    ['protectedIndividual', ['protected US']],
    ['protected_individual', ['protected US']],
    ['asylee', ['protected US']],
    ['Refugee', ['protected US']],
    ['asylum applicant', ['none -']],
    ['DACA', ['none -']],
    ['visa', ['visa -']],
    ['H-1B', ['visa -']],
    ['F-1 OPT', ['visa -']],
    ['TN', ['visa -']],
    ['none', ['none -']],
    ['foreign national', ['none -']],
    ['Non-US person', ['none -']],
    ['US person', ['usPerson US']],
    ['unknown', ['unknown']],
  ])('US status “%s”', (text, expected) => {
    expect(read(text, 'usStatus')).toEqual(expected);
  });

  it.each([
    ['CA', ['resident CA']],
    ['US since 2019-03-04', ['resident US 2019-03-04']],
    ['Canadian PR', ['? Canadian PR']],
  ])('residence “%s”', (text, expected) => {
    expect(read(text, 'resident')).toEqual(expected);
  });
});

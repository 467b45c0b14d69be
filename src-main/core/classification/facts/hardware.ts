import type { ContainedPart, Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ItemFacts, ItemType } from '../../../../src-shared/model/item-facts.ts';
import { commonFacts, hostEntries } from './common.ts';
import { factReader, likelyOf } from './read.ts';

/** Facts of a chip, or of memory sold as such. */
export function chipFacts(name: string, facts: Facts): ItemFacts {
  const read = factReader(facts);
  const isMemory = read.text('chipRole') === 'memory';
  const node = /(\d+(?:\.\d+)?)\s*nm/i.exec(read.text('processNode') ?? '')?.[1];
  const stated = read.text('encryptionClassification');
  return {
    ...commonFacts(name, facts, read),
    type: isMemory ? 'memory' : 'chip',
    peakDense:
      read
        .formats('peakDense')
        ?.map((rate) => ({ format: rate.format, bitLength: rate.bitLength, denseTeraOpsPerS: rate.denseTeraOpsPerS })) ?? null,
    applicableDieAreaMm2: read.figure('applicableDieArea'),
    designedOrMarketedForDatacenter: read.yesNo('dataCentreMarketed'),
    memoryBandwidthGbS: read.figure('memoryBandwidth'),
    packageAreaMm2: read.figure('memoryPackageArea'),
    interconnectBidirectionalGbS: read.figure('interconnect'),
    tdpW: read.figure('thermalDesignPower'),
    processNodeNm: node === undefined ? null : Number(node),
    nonPlanarTransistors: read.yesNo('nonPlanarProcess'),
    transistorCount: read.figure('transistorCount'),
    hbmInPackage: read.yesNo('copackagedMemory'),
    ...(isMemory ? {} : { dominantFunction: 'processing' as const }),
    ...hostEntries(read, stated),
  };
}

/** A part of a computer, with its own facts where the register holds it. */
export interface PartFacts {
  readonly part: ContainedPart;
  readonly item: ItemFacts | null;
}

const typeByRole: Readonly<Record<string, ItemType>> = {
  card: 'assembly',
  workstation: 'server',
  server: 'server',
  rack: 'cluster',
  cluster: 'cluster',
};

/** Facts of an assembly, server or cluster. A part that is only a name goes in as a chip of which nothing is known. */
export function computerFacts(name: string, facts: Facts, parts: readonly PartFacts[]): ItemFacts {
  const read = factReader(facts);
  return {
    ...commonFacts(name, facts, read),
    type: typeByRole[read.text('computerRole') ?? ''] ?? 'server',
    contains:
      parts.length === 0 ? null : parts.map(({ part, item }) => ({ count: part.count, item: item ?? { type: 'chip', name: part.name } })),
    ...hostEntries(read, null),
    appWt: likelyOf(read.figure('adjustedPeakPerformance')),
    encryptionClassification: read.text('encryptionClassification'),
    strongCryptography: read.yesNo('performsCryptography'),
    massMarket: read.yesNo('massMarket'),
  };
}

import type { ImportField, TargetSchema } from '../../../src-shared/formats/import-target.ts';
import { TransferKind, TransferRole } from '../../../src-shared/model/transfer.ts';
import { english } from '../../../src-shared/text/en/index.ts';

const words: Readonly<Record<string, string>> = english;
const say = (key: string) => words[key] ?? key;
const field = (id: string, rest: Omit<ImportField, 'id' | 'label'>): ImportField => ({ id, label: say(`transfers.import.${id}`), ...rest });

const kindAliases: Readonly<Record<TransferKind, readonly string[]>> = {
  shipment: ['goods', 'delivery', 'physical', 'hardware', 'export', 'lieferung', 'expédition', 'envío'],
  download: ['electronic', 'software', 'weights', 'esd', 'data transfer', 'upload'],
  serviceActivation: ['service', 'activation', 'subscription', 'saas', 'account', 'tenant', 'api'],
  technicalDiscussion: ['discussion', 'meeting', 'call', 'technology', 'visit', 'workshop', 'technical data'],
  other: ['other release', 'publication'],
};

/** Columns of a list of orders or deliveries, as order systems write it: one row is one line of what goes. */
export const transferTargetSchema: TargetSchema = {
  id: 'transfers',
  variant: '',
  label: say('transfers.import.target'),
  fields: [
    field('reference', {
      type: 'text',
      required: false,
      common: true,
      aliases: [
        ...['order', 'order no', 'sales order', 'so', 'so number', 'delivery', 'delivery number', 'document number', 'reference', 'ticket'],
        ...['purchase order', 'invoice', 'auftrag', 'auftragsnummer', 'lieferschein', 'commande', 'pedido'],
      ],
      examples: ['SO-4471', 'SO-4471', 'TK-2210'],
    }),
    field('item', {
      type: 'text',
      required: true,
      common: true,
      aliases: [
        ...['item', 'product', 'product name', 'material', 'material description', 'description', 'article', 'goods', 'asset', 'part'],
        ...['part number', 'sku', 'artikel', 'produit', 'producto'],
      ],
      examples: ['Vision workstation', 'Edge camera', 'Fleet API'],
    }),
    field('quantity', {
      type: 'text',
      required: false,
      common: true,
      aliases: ['qty', 'amount', 'units', 'pieces', 'order quantity', 'menge', 'anzahl', 'quantité', 'cantidad'],
      examples: ['4 pieces', '12 pieces', ''],
    }),
    field('party', {
      type: 'text',
      required: true,
      common: true,
      aliases: [
        ...[
          'customer',
          'customer name',
          'consignee',
          'ship to',
          'ship-to party',
          'sold to',
          'recipient',
          'receiver',
          'end user',
          'account',
        ],
        ...['company', 'kunde', 'empfänger', 'destinataire', 'cliente'],
      ],
      examples: ['Fjordlys Hospital', 'Fjordlys Hospital', 'Bergstad Kommune'],
    }),
    field('role', {
      type: 'choice',
      required: false,
      aliases: ['party role', 'partner function', 'function', 'rolle'],
      choices: TransferRole.options.map((value) => ({ value, label: say(`parties.role.${value}`), aliases: [] })),
    }),
    field('destination', {
      type: 'country',
      required: false,
      common: true,
      aliases: [
        'country',
        'ship to country',
        'country of destination',
        'destination',
        'delivery country',
        'land',
        'zielland',
        'pays',
        'país',
      ],
      examples: ['Norway', 'Norway', 'Germany'],
    }),
    field('plannedOn', {
      type: 'date',
      required: false,
      common: true,
      aliases: [
        ...['date', 'day', 'planned on', 'ship date', 'shipping date', 'delivery date', 'goods issue', 'requested date', 'go-live', 'due'],
        ...['versanddatum', 'liefertermin', 'date de livraison', 'fecha de envío'],
      ],
      examples: ['2026-03-02', '2026-03-02', '2026-03-09'],
    }),
    field('kind', {
      type: 'choice',
      required: false,
      common: true,
      aliases: ['type', 'transfer type', 'delivery type', 'mode', 'art'],
      choices: TransferKind.options.map((value) => ({ value, label: say(`transfers.kind.${value}`), aliases: [...kindAliases[value]] })),
    }),
    field('means', {
      type: 'text',
      required: false,
      aliases: ['carrier', 'shipped by', 'via', 'incoterms', 'portal', 'channel', 'versandart'],
    }),
    field('endUse', { type: 'longText', required: false, aliases: ['end-use', 'use', 'purpose', 'application', 'verwendungszweck'] }),
    field('owner', { type: 'text', required: false, aliases: ['responsible', 'sales person', 'account manager', 'contact', 'bearbeiter'] }),
    field('note', { type: 'longText', required: false, aliases: ['notes', 'comment', 'remark', 'bemerkung'] }),
  ],
  identity: [
    ['reference', 'item', 'party'],
    ['item', 'party', 'plannedOn'],
  ],
  pointers: ['reference', 'item', 'party'],
  title: ['item', 'party'],
};

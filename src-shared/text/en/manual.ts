/** What the workspace says in the policy manual. Paragraphs only; lists are made from records. */
export const manualText = {
  'manual.section.purpose': 'Purpose and commitment',
  'manual.section.roles': 'Who does what',
  'manual.section.model': 'How we decide',
  'manual.section.sites': 'Sites and their rules',
  'manual.section.classification': 'Classifying what we have',
  'manual.section.access': 'Who may get at what',
  'manual.section.licences': 'Licences and exceptions',
  'manual.section.screening': 'Whom we deal with',
  'manual.section.escalation': 'Red flags and escalation',
  'manual.section.risk': 'Risk assessment',
  'manual.section.records': 'Records',
  'manual.section.training': 'Training',
  'manual.section.audits': 'Audits',
  'manual.section.violations': 'When something went wrong',
  'manual.section.upkeep': 'Keeping this manual true',
  'manual.wholeCompany': 'the whole company',

  'manual.purpose.what':
    'This manual says how {company} controls the export of its AI models, chips, software and technology: who decides, by which steps, and what is kept.',
  'manual.purpose.promise':
    'No sale, launch or deadline outweighs it. Whoever is unsure stops and asks, and nobody is worse off for having asked.',
  'manual.purpose.nobody': 'No member of management is named in the programme yet.',
  'manual.purpose.leaders': 'Management stands behind it: {names}.',
  'manual.purpose.elements': 'It is built on eight elements: {elements}.',

  'manual.roles.what': 'These people carry the programme. Where one is away, the deputy acts.',
  'manual.roles.line': '{role}: {person}, for {site}.',
  'manual.roles.mayStop': 'May stop a release or a transfer alone.',
  'manual.roles.deputy': 'Deputy: {name}.',
  'manual.roles.none': 'Nobody is named yet.',
  'manual.roles.unfilled': 'Nobody holds these roles yet: {roles}.',

  'manual.model.none': 'How decisions are shared between headquarters and the regions has not been set down.',
  'manual.model.central': 'Decisions are made at headquarters.',
  'manual.model.regional': 'Decisions are made in each region by its own officer.',
  'manual.model.hybrid': 'Headquarters sets the rules and decides the grave cases; regions decide the others.',

  'manual.sites.line': '{name} ({place}), {count, plural, =0 {no asset} one {# asset} other {# assets}}',
  'manual.sites.none': 'No site is on file.',
  'manual.sites.region': '{name}: {instruments}.',
  'manual.sites.unchecked': 'Nobody has compared this with the text yet.',
  'manual.sites.checked': 'Compared with the text on {day} by {name}.',
  'manual.sites.withoutNote': 'The rules of these places are not described here and need somebody who knows them: {countries}.',

  'manual.classification.what':
    'Every model, chip, computer, program, service and body of technology is recorded and classified against dated rule packs. {count, plural, =0 {No model is} one {# model is} other {# models are}} on record.',
  'manual.classification.pack': '{title}, version {version}, last checked {day}',
  'manual.classification.none': 'No rule pack is in use.',
  'manual.classification.when':
    'An item is looked at again when its facts change, when a rule pack changes, and {days, plural, one {each day} other {every # days}} for the places, users and misuse of a model.',
  'manual.classification.decide':
    'What a rule says and whether it is enforced are recorded apart. A fact nobody knows is an open question with an owner, never a clear answer. A person decides and signs.',

  'manual.access.what':
    'Access to controlled technology is decided for each person and item before it is given, and compared with the logs afterwards.',
  'manual.access.ask':
    'Citizenship and residence are asked for only where a control hangs on them, with source, purpose and a day of deletion, and are seen by those alone who decide.',
  'manual.access.keep': 'A finding is decided by name with a reason; what was seen in a log is not taken for proof of where a person was.',
  'manual.access.plan':
    'The technology control plan of an item is written from these records: who may reach it, who may not, and who was briefed on it.',

  'manual.licences.what':
    'Whether a licence is needed is judged for the item, the place and the person, by the rules of the day, before anything is sent or anybody is let in.',
  'manual.licences.open':
    'Where a rule is open or unconfirmed, or the rules of a place were not looked at, nothing moves until a person decides by name with a reason.',
  'manual.licences.exceptions': 'An exception is used only where each of its conditions is met, and what shows it is on file.',
  'manual.licences.kept': 'Licences and other authorisations are on file with their holder, scope, conditions and last day.',

  'manual.screening.what':
    'Customers, end users, intermediaries, vendors and staff are compared with the lists before dealings begin, when they change, and when a list changes.',
  'manual.screening.list': '{title}, of {day}',
  'manual.screening.none': 'No official list is in use. Parties are not screened until one is taken in.',
  'manual.screening.how':
    'Names are compared in the {manner}; everybody is compared again at least {days, plural, one {each day} other {every # days}}.',
  'manual.screening.second':
    'A match is decided with a reason. One found to be true is looked at by a second person before it stands; one found to be false is cleared by the person who looked.',
  'manual.screening.one': 'A match is decided by one person, with a reason.',

  'manual.escalation.what':
    'A sign that something is wrong stops the transaction until it is explained. It goes up the path below; a step that does not answer in time is passed over.',
  'manual.escalation.path': '{name}: {when}',
  'manual.escalation.halt': 'Stopped at once: {what}',
  'manual.escalation.step': '{number}. {role}, within {hours, plural, one {# hour} other {# hours}}. {what}',
  'manual.escalation.none': 'No path is set down yet.',

  'manual.risk.what':
    'Models, places, end uses and misuse are assessed together {days, plural, one {each day} other {at least every # days}}.',
  'manual.risk.rules': 'A change of the rules makes the next assessment due on the day it takes effect.',
  'manual.risk.calendar': 'Only the calendar makes the next assessment due.',
  'manual.risk.scale':
    'Each risk is rated for likelihood and effect from 1 to 5, first without what holds it down, then with it. The scale is our own. From 10 on it needs a treatment and an owner.',
  'manual.risk.sign': 'The assessment is signed by name. A signed one is not changed: it is opened again with a reason.',
  'manual.risk.elements':
    'The eight elements are assessed {days, plural, one {each day} other {at least every # days}} on a scale from 0 to 4; our target is {target}.',

  'manual.records.what':
    'Decisions are kept with their facts, rules, day, reason and evidence, so that a record can be found by party, country or document number.',
  'manual.records.years':
    'Records are kept {years, plural, one {# year} other {# years}} from the latest of the events the rule names ({locator}, by rule pack {pack}; {confidence}). Where another rule asks for longer, the longer term holds.',
  'manual.records.noYears':
    'No rule pack in use says how long records are kept. The term has to be set down by somebody who knows the rules of these places.',
  'manual.records.trail':
    'Every change is journalled with its person and time in a chain that shows tampering. The workspace is encrypted and locks after {minutes, plural, one {# minute} other {# minutes}}.',
  'manual.records.hold': 'A hold keeps what an inquiry may need, whatever its term.',

  'manual.training.what':
    'Everybody with a duty or with access to controlled technology is trained for what they do, by cases from their own work.',
  'manual.training.when':
    'New people are trained before they handle controlled work; refreshers follow each quarter and each change of the rules.',
  'manual.training.kept': 'Who was trained, on what, when and with what result is kept as evidence of this element.',

  'manual.audits.what': 'Somebody who did not do the work looks at real cases on a plan, and at high-risk areas from outside.',
  'manual.audits.sample': 'The sample covers transactions, classifications, access logs and screening.',
  'manual.audits.close':
    'A finding is rated, gets an owner and a day, is reported to management, and counts as closed when it was checked again.',

  'manual.violations.raise':
    'Whoever sees something wrong says so to the compliance officer or to management. A report in good faith has no bad consequence.',
  'manual.violations.nobody': 'Nobody is named who may stop a release or a transfer alone.',
  'manual.violations.stop': 'These people stop the activity at once: {names}.',
  'manual.violations.keep':
    'Evidence is preserved before anything is mended, and dealings with the affected item rest until they are released.',
  'manual.violations.decide':
    'Whether to disclose voluntarily is decided by name with a reason, on advice of counsel. The cause is found, the correction is checked, and what was learned goes into this manual.',

  'manual.upkeep.what':
    'This manual is written from the settings, roles and records of the company, with the company’s own words where it says so.',
  'manual.upkeep.committee':
    'The committee meets {days, plural, one {each day} other {at least every # days}} and looks at what changed in the rules, the risks and the open actions.',
  'manual.upkeep.versions':
    'Each version is approved by name and numbered; earlier ones are kept. Changes are told to everybody named in it.',
} as const;

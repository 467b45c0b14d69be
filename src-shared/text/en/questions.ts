/** The list of what nobody knows yet. */
export const questionsText = {
  'questions.title': 'Open questions',
  'questions.subtitle':
    '{count, plural, =0 {Every asked fact is known} one {One over the whole register} other {# over the whole register}}',
  'questions.state.open': 'Open',
  'questions.state.dropped': 'Set aside',
  'questions.everyOwner': 'Every owner',
  'questions.ofOwner': '{name} ({count, number})',
  'questions.noOwner': 'No owner yet',
  'questions.none.open': 'No question is open.',
  'questions.none.open.text': 'A fact that somebody marks as unknown, or that an entry hangs on, is asked here with its owner.',
  'questions.none.dropped': 'No question was set aside.',
  'questions.none.dropped.text': 'A question that need not be answered is set aside with a reason, which stays on record.',
  'questions.asset': 'Asset',
  'questions.ask': 'Question',
  'questions.decides': 'Decides',
  'questions.due': 'Answer due',
  'questions.shown': '{count, plural, one {# question} other {# questions}}',
  'questions.range':
    '{from, number}–{to, number} of {count, plural, one {# question} other {# questions}}, those that could change most first',
  'questions.previous': 'Previous page',
  'questions.next': 'Next page',
  'questions.firstPage': 'This is the first page',
  'questions.lastPage': 'This is the last page',
  'command.inventory.questions': 'Open questions',
} as const;

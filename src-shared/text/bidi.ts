const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/**
 * A name or another text of somebody's as it may stand inside a sentence of ours: where it is written from right to left, between the two signs that
 * keep it from turning round the day or the figure beside it. Every other text is given back as it is.
 */
export const insideSentence = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

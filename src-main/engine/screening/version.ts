/** Of names, index and scores together: it stands with every hit, and changes whenever the same names could score otherwise. */
export const screeningEngineVersion = '1.2';

/** `word: spelling, spelling`: what a firm does, with abbreviations; words folded. */
export const tradeWords = `
and: &, and, und, et
technology: technology, technologies, tech, tekhnologii, technological
trading: trading, trade, trdg
international: international, intl, int
shipping: shipping
bank: bank
industry: industry, industries, ind, industrial
group: group, grp
holding: holding, holdings, hldg
services: services, service, svc, svcs
engineering: engineering, eng, engr
manufacturing: manufacturing, mfg, manufacture
institute: institute, inst
research: research, res
development: development, dev
electronics: electronics, electronic, elec
the: the
of: of
`;

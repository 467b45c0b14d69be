/** `class: spelling, spelling`: words folded. */
export const legalForms = `
ltd: ltd, limited, co ltd, company limited, company ltd, co limited, private limited, pvt ltd, private ltd, pte ltd, pty ltd, limited company
llc: llc, limited liability company, l l c, ooo, obshchestvo s ogranichennoi otvetstvennostyu, obshchestvo s ogranichennoy otvetstvennostyu, obschestvo s ogranichennoi otvetstvennostyu, gmbh, sarl, srl, doo, ood, sro, spzoo
jsc: jsc, joint stock company, ao, aktsionernoe obshchestvo, oao, pao, zao, ojsc, pjsc, cjsc, open joint stock company, public joint stock company, closed joint stock company, ag, sa, ab, oyj, as, nv, spa
inc: inc, incorporated
corp: corp, corporation
co: co, company, cie, compagnie
plc: plc, public limited company
sacv: sa de cv, s de rl de cv, sapi de cv
`;

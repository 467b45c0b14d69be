/**
 * Legal forms. Each line is "form kind: spelling, spelling". The form is what is compared; the kind says which forms of other countries mean the
 * same sort of firm: limited, stock, company (just "company"), partnership, sole, state, association, foundation. Spellings are folded, dots and
 * signs dropped; variants of single Russian and Ukrainian words are in `legalWords`.
 */
export const legalForms = `
llc limited: llc, ذات مسؤولية محدودة, ذ م م, l l c, limited liability company, limited liability co, company limited liability, limited liability, with limited liability, company with limited liability, ltd liability company, limited liability partnership company, ltd liability co
ooo limited: ooo, o o o, obshchestvo s ogranichennoy otvetstvennostyu, tov, tovarystvo z obmezhenoyu vidpovidalnistyu, too, tovarishchestvo s ogranichennoy otvetstvennostyu, odo, obshchestvo s dopolnitelnoy otvetstvennostyu, mchj, osoo, tzov, taa, tavarystva z abmezhavanay adkaznastsyu, ооо, тов, тоо, таа
ltd limited: ltd, لمتد, محدودة, limited, ltda co, company limited, company ltd, co ltd, co limited, limited company, ltd co, ltd company, coltd, co ltd by shares, l t d, private limited, private ltd, pvt ltd, pvt limited, p ltd, private limited company, private company limited, pvt, private company ltd, pte ltd, pte limited, pte, pty ltd, pty limited, pty, proprietary limited, proprietary ltd, cc, limitd, limitted, lmtd, opc private limited, opc private, opc, opc pvt ltd, unlimited company, p limited
gmbh limited: gmbh, g m b h, gesellschaft mit beschrankter haftung, gesellschaft mit beschraenkter haftung, ges mbh, gesmbh, mbh, ggmbh, ug, unternehmergesellschaft, ug haftungsbeschrankt
sarl limited: sarl, s a r l, societe a responsabilite limitee, societe a responsabilite limite, eurl, suarl, sarlu, sasu, sprl, societe privee a responsabilite limitee, bvba, srlu
srl limited: srl, s r l, societa a responsabilita limitata, sociedad de responsabilidad limitada, srls, s de rl, s de rl de cv, s de r l, s de r l de c v, sociedad de responsabilidad limitada de capital variable, s rl
sl limited: sl, s l, sociedad limitada, slu, sociedad limitada unipersonal, slne
ltda limited: ltda, limitada, lda, sociedad de responsabilidad ltda, sociedade limitada, cia ltda, compania limitada, eireli, sociedade por quotas
sas limited: sas, s a s, societe par actions simplifiee, sociedad por acciones simplificada
bv limited: bv, b v, besloten vennootschap, besloten vennootschap met beperkte aansprakelijkheid
sro limited: sro, s ro, spol s ro, s r o, spol s r o, spol sro, spolecnost s rucenim omezenym, spolocnost s rucenim obmedzenym
zoo limited: sp z o o, sp z oo, spzoo, sp zoo, spolka z ograniczona odpowiedzialnoscia, spolka z o o, z o o
kft limited: kft, korlatolt felelossegu tarsasag
doo limited: doo, d o o, drustvo sa ogranicenom odgovornoscu, drustvo s ogranicenom odgovornoscu, druzba z omejeno odgovornostjo, doel, dooel, д о о, доо
ood limited: ood, eood, druzhestvo s ogranichena otgovornost, еоод, оод
oou limited: ou, osauhing
sia limited: sia, sabiedriba ar ierobezotu atbildibu
uab limited: uab, uzdaroji akcine bendrove
oy limited: oy, osakeyhtio, oy ab
aps limited: aps, anpartsselskab
as limited: as, a s, a s a, asa, aksjeselskap, aktieselskab, aktsiaselts, akciova spolecnost
ab stock: ab, aktiebolag, aktiebolaget, akcine bendrove
oyj stock: oyj, julkinen osakeyhtio
hf stock: hf, ehf
epe limited: epe, etaireia periorismenis efthynis, ike
ae stock: ae, anonymi etaireia, anonimi eteria
jsc stock: jsc, j s c, joint stock company, joint stock co, joint stock, jointstock company, ojsc, open joint stock company, cjsc, closed joint stock company, pjsc, public joint stock company, private joint stock company, jsco, open jsc, closed jsc, public jsc, private jsc, open joint stock co, closed joint stock co, public joint stock co, psc, pjs, p j s c, joint stock society, jscb, joint stock commercial bank, qsc, qpsc, ksc, kscp, bsc, saog, saoc, public shareholding company, joint stock corporation, jsfc, unitary joint stock company, publicly traded company, ptc, jcsb
ao stock: ao, a o, aktsionernoe obshchestvo, oao, otkrytoe aktsionernoe obshchestvo, zao, zakrytoe aktsionernoe obshchestvo, pao, publichnoe aktsionernoe obshchestvo, nao, nepublichnoe aktsionernoe obshchestvo, pat, prat, vat, at, publichne aktsionerne tovarystvo, aktsionerne tovarystvo, aat, zat, adkrytae aktsyyanernae tavarystva, zakrytae aktsyyanernae tavarystva, aj, aksiyadorlik jamiyati, aktsionernaya kompaniya, ак, ао, оао, зао, пао, нао, пат, прат
asc stock: asc, aciq sehmdar cemiyyeti, mmc, mehdud mesuliyyetli cemiyyet
ad stock: ad, a d, akcionarsko drustvo, aktsionerno druzhestvo, ead, dd, d d, dionicko drustvo, delniska druzba, ад, еад
ag stock: ag, a g, aktiengesellschaft, kgaa
se stock: se, societas europaea
sa stock: sa, s a, s a a, saa, societe anonyme, sociedad anonima, sociedade anonima, spolka akcyjna, societate pe actiuni, s p a anonima, sau, sociedad anonima unipersonal, sal, s a l, sociedad anonima cerrada, sac, s a c, sa sicav, societe anonyme libanaise, sal offshore, sal off shore, sal holding, saic, sacif, saci, sa de cv, s a de c v, sociedad anonima de capital variable, sapi de cv, s a p i de c v, sab de cv, sa de c v, s a de cv, saem, saef, ca, c a, compania anonima
spa stock: spa, s p a, societa per azioni, societe par actions, sapa
nv stock: nv, n v, naamloze vennootschap
plc stock: plc, p l c, public limited company, public limited co, public company limited, pcl, public co ltd, public company ltd, cpt, pubco
inc stock: inc, incorporated, incorporation, inc ltd
corp stock: corp, corporation, corporacion, corporation limited, corp ltd, corporation ltd, korporatsiya, korporatsiia
kk stock: kk, k k, kabushiki kaisha, kabushiki gaisha, 株式会社, 株式會社, ㈱, (株)
yk limited: yk, yugen kaisha, godo kaisha, gk, 有限会社, 合同会社
hansha limited: 有限公司, 有限责任公司, 有限責任公司, youxian gongsi, youxian zeren gongsi, youxiangongsi
gufen stock: 股份有限公司, 股份公司, gufen youxian gongsi
jituan company: 集团有限公司, 集團有限公司, 集团股份有限公司, 集团公司, 集团股份公司, 集团有限责任公司
gongsi company: 公司, gongsi
jusik stock: jusik hoesa, chusik hoesa, 주식회사, (주), ㈜
yuhan limited: yuhan hoesa, 유한회사, 유한책임회사
hoesa company: hoesa, 회사
bhd stock: bhd, berhad
sdn limited: sdn bhd, sendirian berhad, sdn berhad
pt limited: pt, perseroan terbatas, p t, tbk
tnhh limited: tnhh, cong ty tnhh, cong ty trach nhiem huu han, mtv
copha stock: cong ty co phan, ctcp, jsc vietnam
congty company: cong ty
borisat company: บริษัท, จำกัด, borisat, chamkat, จำกัด มหาชน
astr stock: anonim sirketi, anonim sti, a s anonim sirketi, as anonim sirketi
ltdtr limited: limited sirketi, ltd sti, ltd sirketi, limited sti, ltd stl
sirketi company: sirketi, sti, sirket
co company: co, company, companies, cie, compagnie, compania, cia, companhia, compagnia, kompaniya, kompaniia, kompania, kompanija, kompani, comp, coy, sherkat, sherkate, sharika, sharikat, charika, shirka, shirkat, shirkah, shirkat al, sherkat e, spolecnost, spol, firma, firm, firme, empresa, entreprise, gesellschaft, ges, maatschappij, selskab, selskap, yhtio, aktsionernaya, kampaniya, شركة, شرکت, الشركة, компания, фирма, компанія, 企业
dmcc limited: dmcc, fze, fzco, fz llc, fzllc, fz, free zone establishment, free zone company, dwc llc, fz e, est, establishment, etablissement, ets, fzc, freezone, jlt
lp partnership: lp, l p, limited partnership, llp, l l p, limited liability partnership, lllp, general partnership, gp, partnership, partnership company, slp, ilp, scottish limited partnership
kg partnership: kg, k g, kommanditgesellschaft, gmbh co kg, gmbh and co kg, gmbh und co kg, ag co kg, co kg, and co kg, gmbh co ohg, ug co kg, ohg, offene handelsgesellschaft, gbr, gesellschaft burgerlichen rechts, partg, partgmbb
sca partnership: sca, scs, snc, s n c, societe en nom collectif, societa in nome collettivo, societe en commandite, sas di, ss, societa semplice, sci, societe civile immobiliere, comandita, s en c, sociedad en comandita, en comandita, s en cs, sociedad civil, sc, sccl
cv partnership: cv, commanditaire vennootschap, vof, vennootschap onder firma
kd partnership: kd, kda, tovarishchestvo, komanditno druzhestvo, komanditno drustvo, ks, kommandittselskap, kommanditselskab, ky, kommandiittiyhtio, kb, kommanditbolag, handelsbolag, hb, is, i s, bt, beteti tarsasag, spolka komandytowa, sp k, spolka jawna, sp j, k s, v o s, vos, komanditni spolecnost
ip sole: ip, individualnyy predprinimatel, individual entrepreneur, ek, e k, eingetragener kaufmann, sole proprietorship, eirl, e i r l, empresa individual de responsabilidad limitada, empresa individual, einzelunternehmen, fop, chp, chastnoe predpriyatie, private enterprise, chup, pe, persona natural, proprietorship, ип
state state: fgup, federalnoe gosudarstvennoe unitarnoe predpriyatie, federal state unitary enterprise, fsue, state unitary enterprise, gup, gosudarstvennoe unitarnoe predpriyatie, mup, municipal unitary enterprise, unitary enterprise, republican unitary enterprise, rup, respublikanskoe unitarnoe predpriyatie, unitarnoe predpriyatie, federal state institution, fgu, fgbu, federal state budgetary institution, federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie, fgbun, fgku, fgbou, fgaou, federal state autonomous institution, federalnoe gosudarstvennoe avtonomnoe uchrezhdenie, state enterprise, gosudarstvennoe predpriyatie, dp, derzhavne pidpryiemstvo, kazennoe predpriyatie, federal state enterprise, fkp, federal treasury enterprise, state owned enterprise, soe, federal state budgetary educational institution, federalnoe gosudarstvennoe byudzhetnoe obrazovatelnoe uchrezhdenie, federal state autonomous educational institution, federal state educational institution, federal state budgetary institution of science, federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie nauki, federal state financed institution, federal state institution of science, gku, gbu, gau, фгуп, гуп, муп, руп
coop association: cooperative, co op, coop, cooperativa, kooperativ, sociedad cooperativa, eg, eingetragene genossenschaft, genossenschaft, scop, cooperative society, mutual, andelsselskab
ev association: ev, e v, eingetragener verein, verein, association, asociacion, associazione, assoc, assn, associacao, vereniging, forening, zs, anjoman, asbl, vzw, nko, nekommercheskaya organizatsiya, ano, avtonomnaya nekommercheskaya organizatsiya, autonomous nonprofit organization, autonomous non profit organization, autonomous noncommercial organization, nonprofit organization, non profit organization, ngo, npo org, ac, asociacion civil, ngo org, assotsiatsiya, assotsiatsiia, asotsiatsiya, asociacija
lone company: liability, joint, stock, obshchestvo, ogranichennoy, otvetstvennostyu, aktsionernoe, aktsionerne, publichnoe, otkrytoe, zakrytoe, nepublichnoe, unitary, unitarnoe, federalnoe, gosudarstvennoe, predpriyatie, uchrezhdenie, haftung, beschrankter, anonim, sociedad, anonima, anonyme, responsabilidad, responsabilite, limitee, societe, proprietary, shareholding, tovarystvo, obmezhenoyu, vidpovidalnistyu, drustvo, odgovornoscu, registered, unlimited, perseroan, terbatas, sendirian, kaisha, gaisha, otvetstvennost, obmezhenoiu, incorp, ltd & co, and co, and company, & co, & company, und co, et cie, ci, c i, fzc llc, fzco llc, fze llc, ag & co kg, gmbh & co, gmbh and co
jv company: jv, jvc, jv company, joint venture, joint venture company, sovmestnoe predpriyatie
stiftung foundation: stiftung, foundation, fundacion, fondation, fundacja, fondazione, fond, fundacao, stichting, sihtasutus, vakfi, vakif, bonyad, bonyade, waqf, trust, endowment, фонд, fdn, fndn, trest
`;

/** Spellings of single words inside the Russian, Ukrainian and Belarusian forms above: the word there, then how else it is romanised. */
export const legalWords = `
obshchestvo obschestvo obshestvo obshchestva obchtchestvo obshchestvom obstschestwo obshchestvo
ogranichennoy ogranichennoi ogranichenoy ogranichenoi ogranitchennoi ogranichennoj
otvetstvennostyu otvetstvennostiu otvetstvennostju otvetstvenostyu otvetstvennosti
aktsionernoe aktsionernoye akcionernoe akcionernoye aktzionernoe aktsionernoie aktsionerno aktcionernoe
otkrytoe otkrytoye otkritoe otkrytoie
zakrytoe zakrytoye zakritoe zakrytoie
publichnoe publichnoye publitchnoe publichnoie
nepublichnoe nepublichnoye
tovarystvo tovaristvo
obmezhenoyu obmezhenoiu obmezenoyu
vidpovidalnistyu vidpovidalnistiu
federalnoe federalnoye
gosudarstvennoe gosudarstvennoye gosudarstvenoe gosudarstvennaya
unitarnoe unitarnoye
predpriyatie predpriiatie predpriyatiye predprijatie predpriatie
byudzhetnoe biudzhetnoe byudzhetnoye budzhetnoe
uchrezhdenie uchrezhdeniye
obrazovatelnoe obrazovatelnoye
avtonomnoe avtonomnoye
avtonomnaya avtonomnaia
nekommercheskaya nekommercheskaia
organizatsiya organizatsiia organizacija
tovarishchestvo tovarischestvo
sirketi shirketi sirketinin
drustvo drushtvo
ogranicenom ogranichenom
odgovornoscu odgovornoshchu odgovornoschu
individualnyy individualny individualnyi
respublikanskoe respublikanskoye
kompaniya kompaniia kompanija kompania
`;

/** Short forms that stand in front of a name. */
export const leadingForms = new Set([
  'ooo',
  'oao',
  'zao',
  'pao',
  'nao',
  'ao',
  'too',
  'tov',
  'llc',
  'jsc',
  'pt',
  'ip',
  'cv',
  'gup',
  'mup',
  'rup',
  'fkp',
  'pat',
  'vat',
  'zat',
  'taa',
  'aat',
  'odo',
  'ltd',
  'sc',
  'тоо',
  'ооо',
  'оао',
  'зао',
  'пао',
  'нао',
  'ао',
  'тов',
  'пат',
  'гуп',
  'муп',
  'руп',
  'ип',
]);

/**
 * What a firm does, in several languages and short forms: "word: spelling, spelling". Two spellings of a line count as one word. Languages other
 * than English only where the word means nothing else.
 */
export const tradeWords = `
heritage: heritage, turath, تراث
revival: revival, ihya, إحياء
supporters: supporters, ansar, أنصار
emigrants: emigrants, muhajirin, muhajireen, مهاجرين
muslims: muslims, muslimin, muslimeen, مسلمين
qaida: qaida, qaeda, qaidah, kaida, قاعدة
fighting: fighting, fighters, fighter, combatant, combatants, combattant, مقاتلة, مقاتلين
armed: armed, musallah, musallaha, مسلحة, مسلح
npo: npo, nauchno proizvodstvennoe obyedinenie, nauchno proizvodstvennoe obedinenie, research and production association, scientific production association, science and production association, scientific and production association, research production association, scientific production union, nauchno vyrobnyche obyednannya, нпо, научно производственное объединение
npp: npp, nauchno proizvodstvennoe predpriyatie, research and production enterprise, scientific production enterprise, scientific and production enterprise, science and production enterprise, research production enterprise, нпп
npf: npf, rpf, nauchno proizvodstvennaya firma, research and production firm, scientific production firm, scientific and production firm
npk: npk, nauchno proizvodstvennaya kompaniya, nauchno proizvodstvennyy kompleks, research and production company, scientific production company, scientific and production company, research and production complex, scientific production complex
npts: npts, npc, nauchno proizvodstvennyy tsentr, research and production center, scientific production center, scientific and production center, нпц
ntts: ntts, ntc, nauchno tekhnicheskiy tsentr, scientific and technical center, scientific technical center, science and technology center, scientific and technological center, research and technical center, research and technology center, нтц
nii: nii, nauchno issledovatelskiy institut, nauchnoissledovatelskiy institut, scientific research institute, research institute, scientific and research institute, sri, нии, научно исследовательский институт
tsnii: tsnii, cnii, tsentralnyy nauchno issledovatelskiy institut, central research institute, central scientific research institute, центральный научно исследовательский институт, цнии
kb: kb, konstruktorskoe byuro, design bureau, construction bureau, кб, конструкторское бюро
okb: okb, opytno konstruktorskoe byuro, opytnoe konstruktorskoe byuro, experimental design bureau, окб
skb: skb, spetsialnoe konstruktorskoe byuro, special design bureau, скб
tsentralkb: tskb, tsentralnoe konstruktorskoe byuro, central design bureau, цкб
zavodpo: proizvodstvennoe obyedinenie, production association, manufacturing association
chvk: chvk, chastnaya voennaya kompaniya, private military company, pmc, private military contractor, чвк
torgdom: torgovyy dom, torgoviy dom, trading house, trade house, td, торговый дом, тд
sz: sz, spetsializirovannyy zastroyshchik, specialized developer, specialised developer
gk: gk, gruppa kompaniy, гк, группа компаний
association: obyedinenie, obedinenie, obyedineniya, объединение, obedinennie
experimental: experimental, opytno, opytnyy, eksperimentalnyy, pilot
civil: civil, grazhdanskaya, grazhdanskiy
air: air, vozdushnyy, vozdushnaya, hava
innovation: innovation, innovations, innovative, innovatsii, innovatsionnyy, innovatsionnaya
electromechanical: electromechanical, elektromekhanicheskiy, electro mechanical
mechanical: mechanical, mechanics, mekhanicheskiy, mekhanika, mekanik
shiprepair: ship repair, shiprepair, sudoremontnyy, shiprepairing
repair: repair, repairs, remontnyy, remont
storage: storage, warehousing, warehouse, depo, sklad
cnc: cnc, numerical control, computer numerical control
people: people, peoples, narodnyy, narodnaya, popular
line: line, lines
technology: technology, technologies, tech, techs, technol, technologie, tecnologia, tecnologias, tekhnologii, tekhnologiya, tekhnologiia, tekhnologiy, teknoloji, teknologi, technologia, teknik, texnologiya, tehnologii, tehnologija, tehnologije, technologique, 技术, 科技, 技術, 기술, технологии, технология, технологій, تكنولوجيا, فناوری, techn, gijutsu, kisul, 테크, 테크놀로지, tekhnolodzhi, tekhnolodzhis, tekhnolodzhiz, fanavari
technical: technical, tekhnicheskiy, tekhnicheskii, tecnica, tecnico, technique
trading: trading, trade, trdg, traders, trader, trad, torgovyy, torgovyi, torgovy, torgovaya, torgovlya, ticaret, handel, handels, handelsgesellschaft, commerce, comercio, comercial, commercial, commerciale, trgovina, comercializadora, 贸易, 貿易, 商贸, 經貿, 경무, 무역, торговый, торговая, торговля, торговий, التجارة, للتجارة, تجارة, bazargani, بازرگانی, tejarat, tijara, tijarah, coml, comml, boeki, shoji, shokai, 商事, 상사, trd, treid, treyd, treiding, treyding
international: international, intl, int, internacional, internationale, internazionale, uluslararasi, mezhdunarodnyy, mezhdunarodnaya, mezhdunarodny, internatsional, internasional, beynelmilel, 国际, 國際, 국제, международный, международная, международное, دولي, الدولية, بین‌المللی, intnl, internatl, interneshnl, interneshnal
global: global, globalnyy, worldwide, 环球, 全球
shipping: shipping, ship, ships, denizcilik, reederei, naviera, navigation, navigacion, sudokhodnaya, sudokhodnoye, 航运, 海运, 해운, судоходная, keshtirani, kashtirani, كشتيراني, کشتیرانی, الملاحة, nakliyat, gemi, shpg, kaiun, haeun, haun, 海運
shipbuilding: shipbuilding, ship building, sudostroitelnyy, sudostroitelnaya, sudostroenie, 造船, shipbuilders, shipyard, shipyards, sudostroitelnyi zavod, 조선
maritime: maritime, marine, marin, maritima, maritimo, morskoy, morskoi, morskaya, deniz, 海洋, 海事
logistics: logistics, logistic, logistik, logistica, logistika, lojistik, logistique, logisticheskaya, 物流, 물류, логистика, لوجستية, log, logist, lodzhistik, lodzhistiks
transport: transport, transportation, transports, transporte, transportes, transportnaya, transportnyy, tasimacilik, nakliye, trans, 运输, 運輸, транспорт, транспортная, نقل, transp, transpt
freight: freight, forwarding, forwarders, cargo, spedition, ekspeditorskaya, kargo
aviation: aviation, airline, airlines, airways, aviatsiya, aviatsionnaya, aviatsionnyy, havacilik, aviacion, aviakompaniya, air lines, 航空, 항공, авиация, авиакомпания, طيران, هواپیمایی, هوایی, avn
aerospace: aerospace, aerokosmicheskiy, aeroespacial, havacilik ve uzay, 航天, 航空航天, 宇航, 항공우주, astronautical, astronautics
space: space, kosmos, kosmicheskiy, kosmicheskaya
defense: defense, defence, savunma, oboronnaya, oboronnyy, oborony, defensa, difa, 国防, 防务
military: military, voennyy, voennaya, voenno, militar, militaire, askeri, 军事, 軍事, عسكري, نظامی, mil
industry: industry, industries, ind, inds, indus, industrie, industria, industrias, industria y, sanayi, sanayii, san, promyshlennost, promyshlennaya, promyshlennyy, promyshlennye, senaye, sanaye, sanayeh, 工业, 工業, 产业, 공업, 산업, промышленность, صناعات, الصناعات, صنایع, صناعة, صناعي, sangyo, kogyo, 産業, industriz, industris
industrial: industrial, industriel, industrielle, industrielles, industriales, endustri, endustriyel, indl, indust
manufacturing: manufacturing, mfg, manufacture, manufacturers, manufacturer, mfr, manuf, manufg, fabricacion, fabrication, imalat, proizvodstvo, proizvodstvennaya, proizvodstvennoe, proizvodstvenniy, proizvodstvennyy, uretim, 制造, 製造, 제조, производство, производственная, mfrg, manufact
production: production, productions, prod, produktion, produccion, products, product, productos, produits, produkte, producers, prods
factory: factory, factories, fabrik, fabrica, fabrika, fabryka, usine, 工厂, 厂, 廠, 공장, фабрика, karkhaneh, seisakusho, 製作所
plant: plant, plants, zavod, zavoda, werk, werke, works, worx, завод
engineering: engineering, eng, engr, engg, engin, inzhiniring, inzhenernyy, inzheniring, ingenieria, ingenierie, ingegneria, muhendislik, ingenieur, 工程, 엔지니어링, инжиниринг, mohandesi, مهندسی, الهندسية, engrg, engnr
research: research, res, issledovatelskiy, issledovatelskii, issledovatelskaya, issledovaniy, recherche, recherches, investigacion, forschung, forschungs, arastirma, 研究, 연구, исследовательский, ricerca, tahghighat, tahqiqat, بحوث, أبحاث, تحقیقات, پژوهش
scientific: scientific, science, sciences, sci, nauchnyy, nauchno, nauchny, nauchnaya, nauki, nauk, scientifique, ciencia, ciencias, wissenschaft, bilim, bilimsel, 科学, 科學, 과학, научный, научно, elmi
institute: institute, inst, institut, instituto, institution, institutes, istituto, enstitusu, enstitu, 研究所, 研究院, 学院, 學院, 연구소, институт, institutions, معهد, انستیتو, insts, instit, kenkyusho, kenkyujo, yonguso
university: university, univ, universite, universitat, universidad, universitesi, universita, universitet, universidade, uni, 大学, 大學, 대학교, 대학, университет, جامعة, دانشگاه, daneshgah, universiteit, uniwersytet, univerzita, sveuciliste, yliopisto, panepistimio, egyetem, daigaku, taehak, taehakkyo
polytechnicuniversity: polytechnic university, polytechnical university, university of technology, technological university, technical university, politekhnicheskiy universitet, 工业大学, 理工大学, 科技大学
academy: academy, acad, academie, academia, akademie, akademiya, akademii, akademisi, 科学院, академия, 과학원
college: college, colegio, kolej
school: school, schule, escuela, ecole, scuola, shkola
development: development, dev, dvpt, developments, devel, developing, desarrollo, developpement, entwicklung, razvitiya, razvitie, gelistirme, kalkinma, 发展, 開發, 开发, 發展, 개발, развитие, развития, sviluppo, desenvolvimento, الانماء, devt, divelopment
design: design, designs, konstruktorskoe, konstruktorskoye, proektnyy, proyektnyy, dizayn, tasarim, diseno, 设计, 設計
bureau: bureau, byuro, buro, biuro, 局, бюро
electronics: electronics, electronic, elec, elect, electron, elektronika, elektronik, elektronnyy, electronica, electronico, electronique, elektronische, elektronnaya, 电子, 電子, 전자, электроника, электронный, الكترونيات, denshi, jonja, elecs, elex, elektroniks
electric: electric, electrical, electricity, elektrik, elektricheskiy, elektro, electrica, electrique, electrics, 电气, 電氣, 电器, 전기, denki, 電機
microelectronics: microelectronics, microelectronic, mikroelektronika, 微电子
semiconductor: semiconductor, semiconductors, semicon, halbleiter, poluprovodnikov, 半导体, 半導體, 반도체
components: components, component, parts, komponenty, komponent, bilesen, teile, 元器件
equipment: equipment, equip, equipments, eqpt, oborudovanie, oborudovaniya, ekipman, equipos, equipement, equipements, ausrustung, 设备, 設備, 装备, 장비, оборудование, eqp
machinery: machinery, machine, machines, mach, makina, makine, maschinen, maschinenbau, mashinostroenie, mashinostroitelnyy, mashinostroitelny, mashinostroitelnyi, machinebuilding, machine building, maquinaria, 机械, 機械, 기계, машиностроение, kikai
instrument: instrument, instruments, instr, instrumentation, pribor, priborov, priborostroitelnyy, priborostroenie, 仪器, 儀器, seiki
optics: optics, optical, optik, optika, optiko, opticheskiy, optronics, optoelectronics, 光学, 光電, 光电
laser: laser, lasers, lazer, lazernyy, 激光
radio: radio, radiotekhnicheskiy
telecom: telecom, telecommunications, telecommunication, telecoms, telekom, telekommunikatsii, telekomunikasyon, communications, communication, comm, comms, svyaz, svyazi, comunicaciones, 通信, 通讯, 通訊, 电信, 통신, связь, telecomm, ertebatat
information: information, info, informatsionnye, informatsionnyy, informatik, informatica, bilisim, bilgi, 信息, 資訊, 정보, etelaat, ettelaat
computer: computer, computers, computing, computation, komputer, bilgisayar, 计算机, 計算機, 电脑
software: software, yazilim, programmnoe, 软件, 軟體, 소프트웨어, 프로그램
network: network, networks, networking, netz, seti, 网络, 網絡, شبكة
data: data, veri, dadeh, dade
digital: digital, tsifrovoy, tsifrovye, dijital, 数字, 數字, 数码, didzhital
internet: internet, cyber, kiber
security: security, secure, bezopasnost, bezopasnosti, guvenlik, seguridad, sicherheit, securite, 安全, 保安, sec, 보안
system: system, systems, sys, syst, sistemy, sistem, sistema, sistemas, sistemi, sistemleri, systemes, systeme, 系统, 系統, 시스템, системы, система, systs, sistems, sistemz
solution: solution, solutions, soln, resheniya, cozumleri, soluciones, losungen, 解决方案, solyushns, solyushnz, solushns
service: service, services, svc, svcs, serv, servis, servisler, servicios, servicio, dienst, dienste, dienstleistungen, servicos, uslugi, hizmetleri, hizmet, 服务, 服務, 서비스, сервис, услуги, khadamat, خدمات, الخدمات, خدماتي
support: support, supports
supply: supply, supplies, suppliers, supplier, supplying, tedarik, snabzhenie, suministros, snab, postavka, 供应
procurement: procurement, purchasing, sourcing, 采购
management: management, mgmt, mgt, mngmt, managing, upravlenie, upravleniya, upravlyayushchaya, yonetim, gestion, administracion, 管理, управление, mgnt, menedzhment
consulting: consulting, consultancy, consultants, consultant, consult, consultoria, konsalting, danismanlik, conseil, beratung, 咨询, 諮詢, консалтинг, advisory, advisors
investment: investment, investments, invest, invt, inv, investing, inversiones, inversion, investissement, investitsii, investitsionnaya, yatirim, beteiligungs, investimenti, investimentos, investors, 投资, 投資, 투자, инвестиции, инвест, sarmayeh, istithmar, استثمار, للاستثمار, سرمایه‌گذاری, invst
holding: holding, holdings, hldg, hldgs, hld, kholding, holdinq, beteiligung, 控股, 홀딩스, холдинг, القابضة
group: group, grp, groups, gr, gruppa, gruppe, grupo, groupe, gruppo, grup, gruppy, grupa, guruh, group of companies, 集团, 集團, 그룹, группа, група, مجموعة, گروه, grouping, gorouh, goruh, جماعة, gp
enterprise: enterprise, enterprises, ent, entp, entps, entreprises, empresas, unternehmen, predpriyatie, predpriyatiya, isletmeleri, isletme, 实业, 實業, 기업, предприятие, مؤسسة
business: business, businesses, bus, biznes, negocios
finance: finance, financial, fin, finances, finans, finanz, finansovaya, financiera, financiere, financiero, finansal, 金融, 财务, финансовая, مالی, 금융
bank: bank, banks, banking, banque, banco, banca, banka, bankas, bankasi, bk, banc, 银行, 銀行, 은행, банк, بنك, بانک, مصرف, البنك, المصرف, unhaeng, eunhaeng, bnk, ginko
insurance: insurance, ins, assurance, seguros, sigorta, strakhovaya, strakhovanie, versicherung, reinsurance, 保险, 保險, 보험, страховая, bimeh, بیمه
brokerage: brokerage, broker, brokers
credit: credit, kredit, credito
exchange: exchange, exchanges, sarafi, sarrafi, money exchange, moneyexchange, currency exchange, sairafa, صرافی, صرافة, saraf, صيرفة, صرافه, صرافين, xchange
capital: capital, kapital, sermaye, 资本, 資本
fund: fund, funds, fonds, fondo, 基金, صندوق
asset: asset, assets, aktiv, aktivy
property: property, properties, real estate, realestate, realty, inmobiliaria, immobilien, immobilier, emlak, gayrimenkul, nedvizhimost, 房地产, 地产, العقارية, immobiliare, prop, props
construction: construction, constructions, constr, const, building, builders, buildings, contracting, contractors, contractor, insaat, insaati, stroitelstvo, stroitelnaya, stroitelnyy, bau, baugesellschaft, construcciones, construccion, constructora, construtora, costruzioni, stroy, stroi, 建设, 建設, 建筑, 建築, 건설, строительная, строительство, مقاولات, للمقاولات, إنشاءات, بناء, ساختمانی, constrn, bldg, bldrs, kensetsu, konstrakshn
material: material, materials, mat, materialy, materiel, malzeme, malzemeleri, materiales, 材料, 物资
metal: metal, metals, metall, metally, metalurji, metallurgical, metallurgy, metallurgiya, metallurgicheskiy, metallurgicheskii, metalurgia, metallurgicheskaya, 金属, 冶金
steel: steel, stal, steels, celik, stahl, acero, 钢铁, 鋼鐵, 钢, foolad, foulad, فولاد, seiko, 철강, 제철
aluminium: aluminium, aluminum, alyuminiy, alyuminievyy, aluminio
iron: iron, demir, eisen, zhelezo, hierro
mining: mining, mine, mines, mineral, minerals, madencilik, maden, minera, minero, minerales, gornorudnaya, bergbau, 矿业, 礦業, горнорудная, maadan, 광업, razrez, rudnik, shakhta
gold: gold, oro, zoloto, altin, 黄金
coal: coal, komur, ugol, ugolnaya, 煤炭
oil: oil, petrol, neft, neftyanaya, neftyanoy, oel, naft, naphtha, нефть, نفت
petroleum: petroleum, petroleos, petroleo, petrole, petrol urunleri, 石油, 석유, نفط, petr, petro
petrochemical: petrochemical, petrochemicals, petrokimya, petroquimica, neftekhim, neftekhimicheskaya, neftekhimicheskiy, petroshimi, 石化, 石油化工, پتروشیمی, petrochem
gas: gas, gaz, gazovaya, газ, 天然气, الغاز
energy: energy, energie, energia, energiya, enerji, energeticheskaya, energetik, energetika, enerzhi, 能源, 에너지, энергия, энерго, طاقة, الطاقة, انرژی, enerdzhi
power: power, powers, 电力, 電力
nuclear: nuclear, yadernyy, yadernaya, atomic, atomnyy, atom, nukleer, 核, 原子能, 핵
chemical: chemical, chemicals, chem, chemie, chimie, chemistry, kimya, khimicheskiy, khimicheskii, khimiya, khim, quimica, quimicos, chimica, 化学, 化工, 화학, химический, химия, shimiyaie, shimiyai, kimyasal, chems, kagaku
plastic: plastic, plastics, plastik, plastico, plasticos, 塑料
rubber: rubber, 橡胶
textile: textile, textiles, tekstil, textil, tex, 纺织, 섬유
agriculture: agriculture, agricultural, agri, agro, agricola, tarim, selskokhozyaystvennaya, agrar, 农业, كشاورزي
food: food, foods, gida, pishchevaya, alimentos, lebensmittel, 食品, 식품, pharmfood
pharmaceutical: pharmaceutical, pharmaceuticals, pharma, pharm, ilac, farmatsevticheskaya, farmaceutica, pharmacie, 制药, 医药, 제약, daru, darou
medical: medical, medic, medicine, medicina, meditsina, meditsinskaya, medizin, tibbi, medikal, 医疗, 醫療, 의료
biotechnology: biotechnology, biotech, biotechnologies, bio, 生物, 生物技术
health: health, healthcare, health care, saglik, salud, sante, 健康
automobile: automobile, automotive, auto, autos, otomotiv, avtomobilnyy, avtomobilnaya, automotriz, oto, avto, motors, motor, 汽车, 汽車, 자동차, khodro, خودرو
tool: tool, tools, tooling, alat, alet
import: import, imports, importadora, ithalat, 进口, importaciones, importacion, importing, importer, importers, importadores
export: export, exports, exportadora, ihracat, eksport, 出口, exportaciones, exportacion, exporting, exporter, exporters, exportadores, eksportnyy
importexport: import export, import and export, import & export, imp exp, imp & exp, impex, imp and exp, importexport, export import, export and import, export & import, exim, importacion y exportacion, ithalat ihracat, ithalat ve ihracat, dis ticaret, 进出口, 進出口
distribution: distribution, distributor, distributors, distribuidora, distribuciones, dagitim, distribucion
market: market, markets, marketing, supermarket, pazarlama, mercado, bazar
store: store, stores, shop, magazin, magaza
wholesale: wholesale, optovaya, toptan
agency: agency, agencies, agencia, agence, agentur, acente, acentelik, agentstvo, agent, 代理
office: office, ofis, مكتب, دفتر
center: center, centre, centro, tsentr, zentrum, merkezi, merkez, markaz, markazi, centr, centrum, 中心, 센터, центр, مركز, مرکز, مرکزی, ctr, cntr
national: national, nac, nacional, nationale, nazionale, natsionalnyy, natsionalnaya, milli, meli, melli, mili, 国家, 국가, национальный, وطنية, الوطنية, natl, ntl
state: state, gosudarstvennyy, gosudarstvenny, gosudarstvennyi, devlet, estatal, 国营, 国有, دولة
federal: federal, federalnyy, federalnaya
central: central, tsentralnyy, tsentralnoe, tsentralnoye, tsentralny, tsentralnaya
general: general, generalnyy, genel, amma, عامة, عام, gen, genl, 총, dzheneral
united: united, obyedinennaya, obedinennaya, obyedinyonnaya, unidos, birlesik, 联合, 聯合
public: public, publico
private: private, privat, chastnyy, chastnaya, privada, ozel
special: special, spetsialnyy, spezial, spets
advanced: advanced, adv, 先进
applied: applied, prikladnoy
high: high, hi
new: new, neu, nueva, nuevo, novyy, novaya, yeni, 新
modern: modern, moderna, sovremennye
first: first, pervyy
organization: organization, organisation, org, organizacion, organizatsiya, sazman, sazeman, orgut, 组织, سازمان, منظمة, تنظيم, orgn
committee: committee, cttee, komitet, comite, komite, 委员会, 委員會, 위원회, комитет, kumiteh, لجنة, کمیته, cmte
commission: commission, komissiya, comision
council: council, sovet, consejo, conseil national, konsey, shura council, مجلس
ministry: ministry, ministerio, ministerstvo, bakanligi, ministere, min, 部, 성, министерство, وزارة, وزارت, vezarat, 부처
department: department, dept, departamento, departement, departament, 部门, dpt
administration: administration, admin, administratsiya, admn
authority: authority, auth, هيئة
society: society, jamiat, jamiyyat, jamiyat, jamiyah, societe, soc, sociedad, obshchestvennoe, toplum, جمعية
union: union, soyuz, sindicato, birlik, birligi, ittihad, ettehad, 联盟, союз, اتحاد, اتحادية, rabita
party: party, partiya, partido, partei, حزب
movement: movement, dvizhenie, harakat, harakah, harekat, movimiento, mouvement, حركة
front: front, jabhat, jabha, jebhat, cephe, frente, جبهة
army: army, jaysh, jaish, jeish, jeysh, armiya, ejercito, ordu, armee, lashkar, جيش
brigade: brigade, brigades, liwa, liwaa, katibat, katiba, kataib, kataeb, brigada, battalion, battalions, كتائب, كتيبة, لواء
islamic: islamic, islami, islamiya, islamiyya, islamiyah, islamiyyah, islamique, islamskiy, إسلامي, إسلامية
revolutionary: revolutionary, revolution, enghelab, enqelab, inqilab, revolucionario, ثوري, ثورية, ثورة
guard: guard, guards, pasdaran, gvardiya, حرس, سپاه
corps: corps, sepah, korpus
force: force, forces, quvvat, niru, niroo, kuvvetleri, fuerzas, قوات, قوة
club: club, klub, kulup
museum: museum, muzey
hotel: hotel, hotels, otel, gostinitsa
travel: travel, travels, tour, tours, tourism, turizm, viajes, seyahat, turismo
media: media, medya, smi, rasaneh, resaneh, rasane
news: news, novosti, haber, noticias, khabar
agencynews: news agency, informatsionnoe agentstvo, haber ajansi
television: television, tv, televizion, televidenie
publishing: publishing, publishers, publisher, izdatelstvo, press, yayin
film: film, films, cine, kino
art: art, arts
charity: charity, charitable, blagotvoritelnyy, hayir, khayriya, khairiya, khayriyah, benevolent, relief, welfare, خيرية, إغاثة
education: education, educational, egitim, obrazovanie, educacion, obrazovatelnyy, 教育, تعليم
training: training, trainings, trng, egitimi
laboratory: laboratory, laboratories, lab, labs, laboratoriya, laboratuvar, laboratorio, laboratoire, 实验室, 實驗室, лаборатория
test: test, testing, tests, ispytatelnyy, ispytaniy
quality: quality
control: control, controls, kontrol, kontrolle, kontrolnyy
automation: automation, automatic, avtomatika, avtomatiki, avtomatizatsiya, otomasyon, 自动化
robot: robot, robotics, robots, robototekhnika, 机器人
drone: drone, drones, uav, unmanned, bpla, bespilotnye, bespilotnyye, 无人机
missile: missile, missiles, raket, raketnyy, raketnaya, 导弹
weapon: weapon, weapons, arms, armament, armaments, oruzhie, oruzheynyy, silah, 兵器, 武器
ammunition: ammunition, munitions, patronnyy, boepripasy, muhimmat
vehicle: vehicle, vehicles, arac, fahrzeuge
engine: engine, engines, dvigatel, dvigateley, motorostroitelnyy, 发动机
bearing: bearing, bearings, podshipnik, podshipnikovyy, rulman
pump: pump, pumps, pompa, nasos
valve: valve, valves
pipe: pipe, pipes, pipeline, pipelines, boru, truboprovod, trubnyy
cable: cable, cables, kabel, kablo, kabelnyy
glass: glass, cam, glas, 玻璃
wood: wood, timber, lumber, agac, kereste
paper: paper, kagit, bumaga, papier
water: water, voda, agua, wasser, su isleri
environment: environment, environmental, ecology, ekologiya, cevre, 环保, 環境, 环境
railway: railway, railways, railroad, rail, zheleznye dorogi, zheleznodorozhnyy, demiryolu, 铁路, 鐵道
port: port, ports, liman, puerto, hafen, 港口, 港
airport: airport, aeroport, havalimani, aeropuerto
fishing: fishing, fishery, fisheries, fish, rybolovetskiy, balikcilik, pesquera, 渔业, 수산
leasing: leasing, lizing, lizingovaya, kiralama, 租赁
project: project, projects, proyecto, proje, proekt, 项目
partner: partner, partners, associates, associate, ortaklari, socios, shoraka
brother: brother, brothers, bros, hermanos, freres, bruder, kardesler, biradaran, 兄弟
son: son, sons, hijos, fils, sohne, ogullari
government: government, governmental, govt, gov, gobierno, gouvernement, pravitelstvo, pravitelstva, hukumat, حكومة, 政府
hospital: hospital, hospitals, hosp, krankenhaus, hopital, bolnitsa, hastane, hastanesi, bimarestan, مستشفى, بیمارستان, 医院, больница, 병원
municipal: municipal, munic, munitsipalnyy, munitsipalnoe, belediye, belediyesi, municipio, ayuntamiento
complex: complex, complexes, kompleks, kompleksi, cplx, complejo, mojtama, комплекс, مجتمع
transfer: transfer, transfers, remittance, remittances, havale, hawala, hawalah, hawilaad, حواله, حوالة, 汇款
money: money
casino: casino, casinos, kazino
restaurant: restaurant, restaurants, restaurante, restoran, lokanta
regional: regional, regionalnyy, regionalnaya, regionalny, bolgesel
resources: resources, resource, recursos, ressources, resursy, kaynaklari, 资源
library: library, libraries, biblioteka, bibliothek, bibliotheque, biblioteca, 图书馆
pkf: pkf, proizvodstvenno kommercheskaya firma, proizvodstvennaya kommercheskaya firma, production commercial firm, production and commercial firm, industrial commercial firm, пкф
airforce: air force, airforce, luftwaffe, fuerza aerea, vvs, 空军
navy: navy, naval, marina de guerra, voenno morskoy, 海军
`;

/** Words that only join others. */
export const joiningWords = `
and: &, and, wal, und, et, y, va, wa, и, و, та
the: the
of: of, for, fur, pour, para, dlya, pri, de, des, du, del, della, di, da, do, dos, das, la, le, las, los, les
in: in, fi, في, در
named: named after, by name, im, imeni, in the name of, named for, имени, им, named, name of, in honor of, in honour of
`;

/** Countries with their people and languages, capitals, provinces and large cities: "place: spelling, spelling". Two spellings of a line are one place. */
export const places = `
levant: levant, sham, شام
arabianpeninsula: arabian peninsula, جزيرة العرب
china: china, chinese, prc, peoples republic of china, people s republic of china, p r china, p r c, kitay, kitai, cin, sinopec china, 中国, 中國, 中华, 中華
hongkong: hong kong, hongkong, hk, h k, xianggang, 香港
macau: macau, macao, aomen, 澳门, 澳門
taiwan: taiwan, taiwanese, r o c, 台湾, 臺灣, 台灣
russia: russia, russian, russian federation, rf, rossiya, rossii, rossiyskoy federatsii, rossiyskaya federatsiya, rossiyskiy, rossiiskii, rossiyskaya, russkiy, russkaya, rusya, rus, russland, rusia, russie, россия, россии, российский, российская, российской федерации, рф, 俄罗斯, روسيا
usa: usa, us, u s a, u s, united states, united states of america, america, american, amerika, estados unidos, сша, 美国, 美國
uk: uk, u k, united kingdom, great britain, britain, british, gb, ingiltere, 英国
england: england, english
germany: germany, german, deutschland, deutsche, deutscher, deutsches, alemania, allemagne, almanya, germaniya, 德国
france: france, french, francaise, francais, fransa, frantsiya, 法国
italy: italy, italian, italia, italiana, italiano, italya
spain: spain, spanish, espana, espanola, espanol, ispanya
netherlands: netherlands, the netherlands, holland, dutch, nederland, nederlandse, hollanda
belgium: belgium, belgian, belgique, belgie
switzerland: switzerland, swiss, schweiz, suisse, schweizerische, svizzera, isvicre
austria: austria, austrian, osterreich, oesterreich, osterreichische, avusturya
poland: poland, polish, polska, polski, polskie, polonya
ukraine: ukraine, ukrainian, ukraina, ukrayina, ukrainy, ukrainskiy, ukrayna, україна, украина
belarus: belarus, belarusian, byelorussia, belorussia, belorus, belarusi, belaruskaya, belorusskiy, беларусь, белорусский
kazakhstan: kazakhstan, kazakh, kazakstan, qazaqstan, kazakistan, казахстан
uzbekistan: uzbekistan, uzbek, ozbekiston, ozbekistan
kyrgyzstan: kyrgyzstan, kyrgyz, kirgizistan, kirgiziya
tajikistan: tajikistan, tajik, tacikistan
turkmenistan: turkmenistan, turkmen
azerbaijan: azerbaijan, azerbaijani, azerbaycan, azerbaidzhan
armenia: armenia, armenian, ermenistan
georgia: georgian, gruziya, gurcistan
moldova: moldova, moldovan, moldavia
iran: iran, iranian, islamic republic of iran, irani, iranien, persian, persia, pars, fars, ایران, إيران, ایرانی, إيراني, إيرانية
iraq: iraq, iraqi, irak, عراق, عراقي, عراقية
syria: syria, syrian, syrian arab republic, suriya, suriye, siria, suria, سوريا, سورية, السورية
lebanon: lebanon, lebanese, liban, lubnan, lebnan, libano, لبنان, لبناني, لبنانية
turkey: turkey, turkish, turkiye, turk, turkei, turquie, turquia, turtsiya, تركيا
uae: uae, u a e, united arab emirates, emirates, emirati, emarat, الإمارات, إمارات
saudi: saudi, saudi arabia, saudia, ksa, السعودية
qatar: qatar, qatari, قطر
kuwait: kuwait, kuwaiti, كويت
bahrain: bahrain, bahraini
oman: omani, sultanate of oman
yemen: yemen, yemeni, yaman, اليمن
jordan: jordanian, hashemite
egypt: egypt, egyptian, misr, egypte, misir, مصر, مصري, مصرية
libya: libya, libyan, libia, libye, ليبيا, ليبي, ليبية
tunisia: tunisia, tunisian, tunisie, تونس, تونسي, تونسية
algeria: algeria, algerian, algerie, جزائر, جزائري, جزائرية
morocco: morocco, moroccan, maroc, مغرب, مغربي, مغربية
sudan: sudan, sudanese, soudan, السودان
southsudan: south sudan, south sudanese
somalia: somalia, somali, somalian
ethiopia: ethiopia, ethiopian
eritrea: eritrea, eritrean
kenya: kenya, kenyan
uganda: uganda, ugandan
tanzania: tanzania, tanzanian
congo: congo, congolese, drc
nigeria: nigeria, nigerian
ghana: ghana, ghanaian
mali: malian
southafrica: south africa, south african
zimbabwe: zimbabwe, zimbabwean
afghanistan: afghanistan, afghan, afgan, افغانستان, أفغانستان
pakistan: pakistan, pakistani, پاکستان, باكستان
india: india, indian, hindustan, bharat, hindistan
bangladesh: bangladesh, bangladeshi
srilanka: sri lanka, sri lankan, ceylon
nepal: nepal, nepalese, nepali
myanmar: myanmar, burma, burmese
thailand: thailand, thai
vietnam: vietnam, viet nam, vietnamese
laos: laos, lao
cambodia: cambodia, cambodian
malaysia: malaysia, malaysian, 马来西亚
singapore: singapore, singaporean, singapura, 新加坡
indonesia: indonesia, indonesian
philippines: philippines, philippine, filipino, filipinas, pilipinas
japan: japan, japanese, nippon, nihon, yaponiya, 日本
korea: korea, korean, koryo, 한국, 대한
southkorea: south korea, south korean, republic of korea, r o k, rok
northkorea: north korea, north korean, dprk, d p r k, democratic peoples republic of korea, choson, chosun, joseon, 조선
mongolia: mongolia, mongolian
australia: australia, australian
newzealand: new zealand
canada: canada, canadian, kanada
mexico: mexico, mexican, mexicana, mexicano
cuba: cuba, cuban, cubana, cubano
venezuela: venezuela, venezuelan, venezolana, venezolano
colombia: colombia, colombian, colombiana
brazil: brazil, brazilian, brasil, brasileira, brasileiro
argentina: argentina, argentine
chile: chile, chilean
peru: peru, peruvian
panama: panama, panamanian
nicaragua: nicaragua, nicaraguan
guatemala: guatemala
honduras: honduras
cyprus: cyprus, cypriot, kibris, kypros
greece: greece, greek, hellas, hellenic, yunanistan
bulgaria: bulgaria, bulgarian, balgariya
romania: romania, romanian
serbia: serbia, serbian, srbija, srpska, serbien
croatia: croatia, croatian, hrvatska
bosnia: bosnia, bosnian, bosna, bosnia and herzegovina, bosne i hercegovine
montenegro: montenegro, crna gora
kosovo: kosovo
macedonia: macedonia, macedonian
albania: albania, albanian
hungary: hungary, hungarian, magyar, macaristan
czechia: czech, czechia, czech republic, ceska
slovakia: slovakia, slovak
slovenia: slovenia, slovenian
latvia: latvia, latvian, latvija
lithuania: lithuania, lithuanian, lietuva
estonia: estonia, estonian, eesti
finland: finland, finnish, suomi
sweden: sweden, swedish, sverige, svenska
norway: norway, norwegian, norge, norsk, norske
denmark: denmark, danish, danmark, dansk
ireland: ireland, irish
portugal: portugal, portuguese
israel: israel, israeli
palestine: palestine, palestinian, filistin, falastin, فلسطين, فلسطيني, فلسطينية
europe: europe, european, europa, euro, avrupa, evropa
asia: asia, asian, asya, aziya
eurasia: eurasia, eurasian, avrasya
africa: africa, african, afrika
middleeast: middle east, mideast, ortadogu
caspian: caspian, khazar, hazar
arab: arab, arabian, arabic
gulf: gulf, khalij, khaleej
siberia: siberia, siberian, sibir, sibirskiy, sibirskaya, сибирь
ural: ural, uralskiy, uralskaya, uralmash region, урал
volga: volga, povolzhye
crimea: crimea, crimean, krym, krim, krymskiy, krymskaya, kirim, крым
donetsk: donetsk, donetskaya, donetskiy, donetska
luhansk: luhansk, lugansk, luganskaya
moscow: moscow, moskva, moskovskiy, moskovskaya, moskau, moskova, москва, московский, московская, 莫斯科
stpetersburg: saint petersburg, st petersburg, sankt peterburg, petersburg, spb, санкт петербург
novosibirsk: novosibirsk, novosibirskiy, новосибирск
yekaterinburg: yekaterinburg, ekaterinburg, екатеринбург
kazan: kazan, kazanskiy
rostov: rostov on don, rostov na donu
kyiv: kyiv, kiev, киев, київ
minsk: minsk, minskiy, минск
almaty: almaty, alma ata
astana: astana, nur sultan
tashkent: tashkent, toshkent
bishkek: bishkek
baku: baku, baki
tehran: tehran, teheran, tahran, تهران
isfahan: isfahan, esfahan, اصفهان
shiraz: shiraz
tabriz: tabriz
mashhad: mashhad, mashad
baghdad: baghdad, bagdad, bagdat, بغداد
damascus: damascus, dimashq, damas, دمشق
aleppo: aleppo, halab, حلب
beirut: beirut, beyrouth, beyrut, بيروت
dubai: dubai, dubayy, دبي
abudhabi: abu dhabi
sharjah: sharjah
istanbul: istanbul, stambul
ankara: ankara
izmir: izmir
mersin: mersin
kabul: kabul, کابل
kandahar: kandahar, qandahar, قندهار
karachi: karachi
lahore: lahore
islamabad: islamabad
delhi: delhi, new delhi
mumbai: mumbai, bombay
beijing: beijing, peking, pekin, 北京
shanghai: shanghai, shanhai, 上海
shenzhen: shenzhen, shen zhen, 深圳
guangzhou: guangzhou, canton, 广州, 廣州
guangdong: guangdong, kwangtung, 广东, 廣東
tianjin: tianjin, tientsin, 天津
chongqing: chongqing, chungking, 重庆, 重慶
wuhan: wuhan, 武汉, 武漢
chengdu: chengdu, 成都
xian: xian, xi an, 西安
nanjing: nanjing, nanking, 南京
hangzhou: hangzhou, 杭州
suzhou: suzhou, 苏州, 蘇州
wuxi: wuxi, 无锡
dalian: dalian, 大连
dandong: dandong, 丹东
shenyang: shenyang, 沈阳
harbin: harbin, haerbin, 哈尔滨
changsha: changsha, 长沙
hefei: hefei, 合肥
jinan: jinan, 济南
qingdao: qingdao, tsingtao, 青岛
xiamen: xiamen, amoy, 厦门
fujian: fujian, fukien, 福建
dongguan: dongguan, 东莞
ningbo: ningbo, 宁波
zhuhai: zhuhai, 珠海
zhejiang: zhejiang, chekiang, 浙江
jiangsu: jiangsu, kiangsu, 江苏
shandong: shandong, shantung, 山东
henan: henan, 河南
hebei: hebei, 河北
hunan: hunan, 湖南
hubei: hubei, 湖北
shanxi: shanxi, 山西
shaanxi: shaanxi, 陕西
sichuan: sichuan, szechuan, 四川
yunnan: yunnan, 云南
guangxi: guangxi, 广西
guizhou: guizhou, 贵州
hainan: hainan, 海南
liaoning: liaoning, 辽宁
jilin: jilin, 吉林
heilongjiang: heilongjiang, 黑龙江
innermongolia: inner mongolia, 内蒙古
xinjiang: xinjiang, sinkiang, 新疆
tibet: tibet, xizang, 西藏
northwest: northwest, northwestern, north west, north western, severo zapad, severo zapadnyy, 西北
northeast: northeast, northeastern, north east, 东北
southwest: southwest, southwestern, south west, 西南
southeast: southeast, southeastern, south east
north: north, northern, severnyy, severnaya, severny, norte, kuzey, 北方
south: south, southern, yuzhnyy, yuzhnaya, sur, guney, 南方
east: east, eastern, vostochnyy, vostochnaya, vostok, oriental, dogu, 东方
west: west, western, zapadnyy, zapadnaya, occidental, bati, 西部
fareast: far east, far eastern, dalnevostochnyy, dalnevostochnaya, dalniy vostok
pyongyang: pyongyang, pyeongyang, 평양
seoul: seoul, 서울
tokyo: tokyo, 東京
osaka: osaka, 大阪
london: london, londra
paris: paris
berlin: berlin
frankfurt: frankfurt
munich: munich, munchen, muenchen
hamburg: hamburg
vienna: vienna, wien
zurich: zurich, zuerich
geneva: geneva, geneve, genf
brussels: brussels, bruxelles, brussel
amsterdam: amsterdam
rotterdam: rotterdam
antwerp: antwerp, antwerpen
milan: milano
rome: roma
madrid: madrid
barcelona: barcelona
athens: athens, athina
prague: prague, praha
warsaw: warsaw, warszawa
budapest: budapest
bucharest: bucharest, bucuresti
sofia: sofiya city
belgrade: belgrade, beograd
riga: riga
vilnius: vilnius
tallinn: tallinn
helsinki: helsinki
stockholm: stockholm
oslo: oslo
copenhagen: copenhagen, kobenhavn
newyork: new york, ny
california: california
texas: texas
havana: havana, la habana
caracas: caracas
bogota: bogota
malta: malta, maltese
marshallislands: marshall islands
virginislands: british virgin islands, bvi
cayman: cayman, cayman islands
seychelles: seychelles
mauritius: mauritius
liberia: liberia, liberian
`;
/** Words that name a part of a firm rather than the firm: "word: spelling, spelling". */
export const branchWords = `
branch: branch, branch office, branches, filial, filiale, filiala, filialy, sucursal, succursale, zweigniederlassung, zweigstelle, niederlassung, sube, subesi, sho be, shobeh, 分公司, 分行, 分部, 支店, 지사, 지점, филиал, філія, فرع, شعبه
representative: representative office, rep office, representation, representative, predstavitelstvo, vertretung, bureau de representation, oficina de representacion, temsilcilik, temsilciligi, 代表处, 办事处, 駐在員事務所, представительство
subsidiary: subsidiary, subsidiaries, affiliate, affiliates, affiliated, tochterneye, dochernee, daughter company, tochtergesellschaft, bagli ortaklik, 子公司, 子会社
division: division, div, departamento comercial, abteilung, bolum, otdelenie, 事业部, 分厂, 分院, отделение
headquarters: headquarters, head office, hq, headoffice, 总部, 总公司
regional: regional office, liaison office, sales office, local office, country office, field office, regional branch
`;

/** Forms of address, ranks and religious titles, one a line with its spellings; folded, dots dropped, original writings last. */
export const honorifics = `
mr mister г-н
mrs missus г-жа
ms miss mx
sir dame lord lady madam madame mme mlle monsieur messrs esq esquire
hon honorable honourable excellency excellence mohtaram janab
rev reverend pastor father padre bishop archbishop cardinal
jr junior sr senior
ii iii iv
phd md mba dds cpa msc bsc
dr doctor doktor др دكتور دکتر د доктор д-р 博士
prof professor profesor профессор проф 教授 پروفیسور
gen general генерал генерал-майор генерал-лейтенант جنرال ژنرال لواء اللواء
lt lieutenant leutnant
ltgen ltcol majgen briggen
maj major майор رائد
col colonel koronel polkovnik полковник عقيد سرهنگ
capt captain cpt kapitan капитан نقيب کاپیتان
sgt sergeant
brig brigadier adm admiral адмирал cmdr commander cdr komandan marshal commodore ltc comdr
herr frau fraulein dipl ing
fru froken mevr mevrouw drs
senor senora senorita sra srta
lic licenciado ingeniero
signor signora dott dottore dottoressa ingegner avv
mons monsenor mgr monsignor
gospodin gospozha господин госпожа pan pani tovarishch товарищ
sheikh shaikh shaykh sheik cheikh sheykh shekh sheekh shayk shaykha sheikha cheick seikh شيخ شیخ шейх
mullah mulla mullo molla mollah moullah ملا ملّا мулла
mawlawi maulawi mawlavi maulvi molvi mowlawi moulavi mowlavi mevlevi mawlvi مولوي مولوی
mawlana maulana mevlana moulana مولانا
hajji haji hadji hajj haj hadj alhaj alhajj alhaji elhadj hadjj al-hajj xaaji حاجي حاجی حاج حجي хаджи
hojjatoleslam hojatoleslam حجت‌الاسلام حجةالاسلام
ayatollah ayatullah ayatolah آيةالله آیت‌الله
ustad ustadh ustaz ostad ustaad استاد استاذ أستاذ
sardar سردار
effendi efendi أفندي
qari kari qaari قاري قاری
mufti مفتي مفتی муфтий
imam إمام امام имам
qadi qazi قاضي قاضی
engr eng engineer muhandis mohandes mohandis مهندس инженер
shri shree smt kumari pandit श्री श्रीमती
datuk dato datin
khun น.ส นาย นาง นางสาว
先生 女士 小姐
`;

/** Titles that are as often part of the name itself: titles only in front of a longer name. */
export const titlesOrNames = `
sayyid sayed seyed seyyed syed saiyid sayyed seyid seyyid sayid saeyd سيد سید سیّد
agha aga آغا أغا آقا اغا
akhund akhond akhound آخوند اخوند آخند
khan خان хан
mirza میرزا ميرزا мирза
mir meer مير میر
beg bey بيك بیگ
pasha basha باشا
hafiz hafez حافظ
emir amir امير أمير
don dona
`;

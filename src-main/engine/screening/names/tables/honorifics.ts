/** Forms of address, ranks, religious titles and what stands behind a name (Jr), by language family; folded, dots dropped. */
export const honorifics = `
mr mrs ms miss mx sir dame lord lady madam madame mme mlle monsieur esq esquire hon honorable honourable rev reverend fr father
jr sr junior senior ii iii iv phd md mba dds cpa dr doctor prof professor
gen general lt lieutenant maj major col colonel capt captain cpt sgt sergeant brig brigadier adm admiral cmdr commander cdr marshal commodore ltc
herr frau fraulein dipl ing hr fru froken mevr mevrouw drs
senor senora senorita don dona sr sra srta lic licenciado ingeniero
signor signora dott dottore dottoressa ingegner avv
monsenor mgr mons
gospodin gospozha pan pani tov tovarishch
sheikh shaikh shaykh sheik shaikhah cheikh sheykh shekh sheekh shayk shayekh sheikha shaykha cheick seikh
mullah mulla mullo molla mollah mawlawi maulawi mawlavi maulvi molvi mowlawi moulavi mawlana maulana mevlana akhund akhond
hajji haji hadji hajj haj hajja hadj alhaj alhajj alhaji elhadj hadjj hojjatoleslam hojatoleslam ayatollah ayatullah ayatolah allamah
ustad ustadh ustaz ostad sardar shahzada effendi efendi bey beg bay bayan hoca hodja khoja pasha basha pacha
sayyid sayed sayid seyed seyyed syed saiyid said-i sayyed seyid sidi moulay
qari kari hafiz-e mufti imam qadi mohtaram janab amir-ul emir-of
engr eng engineer muhandis mohandes mohandis
shri shree smt kumari pandit
datuk dato datin tan-sri tun haji-ah
khun nai nang phra
u-daw
san-sama
دكتور الدكتور د شيخ الشيخ شیخ ملا مولوي مولوی حاجي حاجی الحاج حاج سيد السيد سید مهندس المهندس آیت‌الله آية مفتي مفتی قاري قاری لواء اللواء عميد العميد عقيد العقيد
г-н г-жа д-р проф генерал полковник
先生 女士 小姐 博士 教授
`;

/**
 * Given names, family names and titles of the Arabic, Persian, Turkic and South Asian Muslim world. One name a line: its Latin spellings, then
 * its original writings. Regular variants (ou and oo for u, ee for i, doubled letters, a final h) need no entry of their own.
 */
export const arabicFamilies = `
muhammad mohammad mohammed mohamed muhammed mohamad muhamad mohamud muhamed mahomed mohd mohamet mouhamed mohummad mohammid mukhammad magomed magomet maghomed mukhamed mahamed mahamad maxamed mahammad محمد محمّد магомед мухаммад мохаммад мухаммед
mehmet mehmed mekhmet мехмет
ahmad ahmed ahmet akhmad akhmed achmad achmed akhmet axmed ehmed ahmud احمد أحمد ахмад ахмед ахмет
mahmud mahmoud mahmood mehmud mehmood makhmud makhmoud mahmut maxamud محمود махмуд
hamid hameed hamed haamid hamead حامد حميد хамид
hammad hamad حماد حمد
hamdan حمدان
hamdi hamdy hamdee حمدي
hamza hamzah hamzeh khamza xamza حمزة حمزه хамза
hamud hammoud hamoud hammud حمود
ali aly alli cali علي али
alawi alavi alaoui alavy علوي
hasan hassan hassen hasen khasan khassan xasan حسن хасан хассан
hassaan حسان
husayn husain hussein hussain hossein hosein hussayn houssein housseine hoseyn hossain husein huseyin khusein khusain hussien hocine hsin hussin xuseen xussein gusein guseyn hussian hosain حسين хусейн гусейн хуссейн
husayni husseini hosseini hussaini husaini huseini housseini hoseini hosseiny husainy حسيني
umar omar cumar cumer omer oumar ummar umer omor عمر умар омар
amr amro amru amrou عمرو
ammar amar عمار
amir amer aamer aamir عامر ameer emir amear امير أمير амир эмир
uthman othman osman usman ousmane outhman uthmaan ottoman osmon ousman cusmaan cismaan usmon عثمان осман усман
ibrahim ebrahim ibraheem brahim ibragim ibrohim ibrahima ebraheem ibrahem ibrahiim إبراهيم ابراهيم ибрагим
ismail ismael esmail ismaeel esmaeil ismaiel smail ismayil ismaciil esmaeel ismaeil إسماعيل اسماعيل исмаил
ishaq ishak eshaq isaaq ishaaq eshagh ishagh ishac isxaaq إسحاق اسحاق اسحق исхак
yaqub yaqoub yacoub yakub yaqoob yakoub yaghoub yaghoob yacub yaquob yagub yakup yaaqub يعقوب якуб
yusuf youssef yousef yusef yousif youssouf yousuf yusif joseph josef jose giuseppe josip jozef iosif yosef yussuf yousaf yusup yusof yusupha youcef yuusuf josephe jusuf يوسف иосиф юсуф
musa moussa mousa moosa mussa muse muusa muuse moses moises موسى موسي муса
isa issa eisa essa aissa eissa ciise iisa عيسى عيسي иса
harun haroun haroon aaron aron هارون харун
dawud daud dawood daoud dawoud dawod david davud davood davoud daood dawid davit davide داود داوود داؤد давид дауд давуд
sulayman sulaiman suleiman soleiman solaiman suleman suleyman sleiman slimane soliman soulaimane suliman sulieman sulejman solomon salomon سليمان сулейман
salman salmaan سلمان салман
yahya yahia yehia yehya yahyaa yaxya yihya يحيى يحيي яхья
zakariya zakaria zakariyya zakarya zekeriya zakariyah zachary zakhar زكريا
ilyas elias eliyas ilias elyas iliyas elijah illyas الياس إلياس ильяс
idris edris idriss driss idrees إدريس ادريس идрис
ayyub ayub ayoub ayoob ayyoub eyup ayob أيوب ايوب
yunus younis younus yunis yunes younes yonus younas yunas yonis jonas jonah يونس юнус
nuh noah nooh نوح
lut loot لوط
abbas abas abbass cabbaas عباس аббас
abdullah abdallah abdulla abdalla abdoullah abdellah abdollah abdala abdillah abdulah abdoulaye cabdullahi abdullahi abdulaahi abdillahi cabdulaahi عبدالله عبداله عبداللہ абдулла абдуллах
abdi cabdi عبدي
rahman rehman rahmaan rahmane rachman rakhman rohman رحمن رحمان
rahim raheem rahem rehim rakhim raxim رحيم
aziz azeez azez عزيز азиз
aziza azizah عزيزة
latif lateef latef lateif letif لطيف
karim kareem kerim kariem karem كريم карим
karam كرم
qadir kader qader kadir khadir qadeer kadeer ghader gadir qadar قادر قدير
hakim hakeem hakeim حكيم хаким
halim haleem halem halime حليم
alim aleem عليم
azim azeem azzim عظيم азим
salam salaam selam سلام
salim salem saalim سالم saleem slim selim saliim سليم салим
salama salameh salamah سلامة
salih saleh saalih salehe صالح салех
salah salaah صلاح
sabur saboor sabour صبور
sattar satar ستار
samad samed صمد
sami samii samee samie سميع سامي
samir sameer سمير самир
samer سامر
shakur shakoor shakour شكور
ghafur ghafoor ghafour gafur gafoor gaffoor غفور
ghaffar ghafar gaffar gafar غفار
ghani gani ghanee غني
jabbar jabar gabbar djabbar jebbar جبار
jalil jaleel djalil galil jelil جليل
jalal jalaal djalal galal jelal celal جلال
jamal djamel jamaal gamal gamel djamal jemal cemal djemal jamel جمال джамал
jamil jameel djamil gamil gameel jemil cemil جميل джамиль
jamila jameela djamila gamila جميلة
jabir jaber gaber djaber jabeer جابر
jafar jaafar djafar jaffar djaafar jafer cafer djafer jaffer جعفر джафар
jasim jassim jasem jassem جاسم
odeh odah ouda oudeh awda awdah audeh auda audah awdeh عودة
jawad javad djavad jawwad gawad jawed juad joad جواد джавад
jihad jehad djihad gihad cihad جهاد
juma jumah jomaa joumaa jumaa gomaa jummah djouma جمعة джума
wahid waheed vahid wahed vahed واحد وحيد
wahhab wahab vahab vahhab وهاب
walid waleed oualid velid walied وليد валид
wali vali oualy ولي
wasim waseem wassim vasim وسيم
wadud wadood ودود
wakil wakeel vakil وكيل
hafiz hafez hafidh hafeez hafith hafed hafedh hafitha حافظ حفيظ
hadi hady haadi هادي
haydar haider haidar hayder heidar heydar hyder gaidar geidar حيدر гейдар хайдар
habib habeeb حبيب хабиб
hikmat hikmet hekmat حكمت
hisham hesham hicham heshaam hishaam هشام
hashim hashem hachem hachim haschem هاشم хашим
hasib haseeb حسيب
haqq haq hak hagh haque حق
haqqani haqani hakkani haghani حقاني
harith haris hareth hares حارث
haytham haitham haythem haissam haytam haysam haithem هيثم
hilal helal هلال
humam hammam همام
husam hussam hossam houssam hosam hisam حسام
huda hoda houda هدى
iyad eyad ayad iyyad اياد إياد
iqbal eqbal ikbal إقبال اقبال икбал
imad emad imaad عماد имад
imran emran omran umran imraan عمران имран
irfan erfan عرفان
isam essam issam esam isaam عصام
ikram ekram إكرام اكرام
akram أكرم
izz ezz عز
izzat ezzat ezat izat izet عزت
kamal kemal kamaal كمال камаль
kamil kamel kameel كامل камиль
karrar كرار
kazim kadhim kazem kadhem kadim kathim kathem кязим كاظم
khalid khaled khalied haled halid xaalid chaled khallid خالد халид халед
khalil khaleel chalil halil khalel خليل халил
khalifa khalifah khalifeh khaleefa khaliifa خليفة خليفه
khalaf khalef خلف
khamis khamees خميس
khan xan khaan خان хан
khayr khair kheir خير
khattab خطاب
khidr khidir khadr khader khedr khodr خضر
khurshid khorshid خورشيد
latifa latifah لطيفة
lutfi lotfi loutfi lutfy لطفي
luqman loqman lokman лукман لقمان
mahdi mehdi mahdy mahdee mehdy мехди махди مهدي
mahfuz mahfouz mahfoud mahfoudh mahfoodh محفوظ
mahir maher ماهر
majid majeed magid majed maged madjid ماجد مجيد маджид
majd magd مجد
majdi magdi magdy مجدي
malik malek maalik malick مالك малик ملك
mamun mamoun mamoon maamoun مأمون
mamduh mamdouh ممدوح
mansur mansour mansoor mansoer منصور мансур
marwan merwan marouane marwaan مروان
maryam mariam meryem miriam مريم
masud masoud massoud masood messaoud mesud масуд مسعود
mazin mazen مازن
muammar moammar معمر
muawiya muawiyah معاوية
muadh moaz muaz mouaz muath معاذ
mubarak mobarak mubarek mobarek moubarak مبارك мубарак
muhsin mohsen mohsin muhsen mouhsine mohcine محسن мохсен
muhyi mohi muhi mohie mohyi محيي محي
mukhtar mokhtar muchtar moukhtar مختار
mumin momen moamen مؤمن
munir mounir muneer monir moneer mouneer منير
munther mundhir monzer munzer mondher munthir منذر
murad mourad morad مراد мурад
murtada murtaza morteza mortada murtadha mortaza مرتضى مرتضي
musab mosab mussab mousab musaab مصعب
mustafa mostafa mustapha moustafa mostapha moustapha mustafe mustaf мустафа مصطفى مصطفي
muslih mosleh مصلح
muslim moslem муслим مسلم
mutlaq mutlak مطلق
muwaffaq mowaffak موفق
muzaffar mozaffar muzafar mozafar مظفر
nabil nabeel nabiel نبيل
nadir nader nadeer نادر надир
nadhir nazir nazeer nadheer natheer نذير نظير
naji nagi najy naajy ناجي
najib najeeb naguib nagib nadjib neguib نجيب
najjar nadjar naggar نجار
najm nejm nagm نجم
naim naeem naiem نعيم
nasr nassr نصر
nasir nasser naser nassir naasir nacer nasseer ناصر наср насер насир نصير
nassar نصار
nawaf nawwaf نواف
nawaz nevaz نواز
nayif naif nayef naef nayyef نايف نائف
nazar nezar nizar نزار
nazim nadhim nazem nadhem nathim ناظم
nizam nezam nidham nitham نظام
nimat nemat neamat نعمت نعمة
nidal nedal nidhal نضال
nur noor nour nuur نور нур
nuri nouri noori nury نوري نورى
qasim qassem kassem qasem ghasem kasim qassim kacem gasem kassim ghassem qaasim gassim قاسم касим касем
qays qais kais qeis kays قيس
qudus quddus qudoos quddous kuddus qodus قدوس
qutb qutub kutb قطب
rabi rabie rabee ربيع
rafiq rafik rafeeq rafigh rafic رفيق рафик
rafi rafie rafee رفيع
raid raed rayed رائد
rad raad رعد
rajab ragab redjeb recep rejeb رجب раджаб
ramadan ramadhan ramazan ramzan ramdane romdhane ramdan ramadhani ramazon ramathan رمضان рамазан рамадан
ramzi ramzy ramsi رمزي
rami ramy رامي
rashid rasheed rachid rashed raschid rashyd rasheid rached рашид رشيد راشد
rasul rasool rassoul rasoul расул رسول
rauf raouf raoof rauof raof رؤوف رءوف
razzaq razaq razzak rezak razak razzagh rezagh razzaque razack razik رزاق رازق
rida reza ridha redha rada riza reda ridah ricda رضا реза риза
ridwan redwan radwan rezvan ridhwan redouane radouan رضوان
riyad riad riyadh riaz riyaz riadh رياض
ruhullah rohollah ruhollah rouhollah روح‌الله روحالله
sabah sabbah صباح
sabir saber sabeer صابر
sabri sabry صبري
sad saad саад سعد
said saeed saied saeid saiid саид سعيد
saud saoud soud سعود
sadiq sadeq sadegh sadek sadik saddiq садык صادق
sadr صدر
saddam صدام
safi safy صفي صافي
safwan safouan صفوان
sahib saheb صاحب
sajid sajed sajjid ساجد
sajjad sajad sedjad سجاد
sakhr sakher صخر
sayf saif seif saef seyf sief سيف
sayyid sayed seyed seyyed syed saiyid sayyed seyid seyyid sayid saeyd syid سيد السيد
siddiq siddique sediq sidiq seddiq siddik seddik sadigh siddeeq sidik صديق сиддик
siraj seraj سراج
shafiq shafik shafeeq chafik shafigh شفيق
shafi shafie shafii شفيع
shahid shaheed chahid shahed شهيد شاهد
shah chah shaah шах شاه
shakir shaker شاكر
sharif sherif shareef cherif charif scherif sheriff sharief شريف шариф
sharifi شريفي
shaban shaaban chaabane shabaan شعبان
shawqi shawki chawki shauqi shoqi شوقي
shihab shehab chehab shahab شهاب
shukri shukry shoukri choukri shokri شكري
suhayl suhail sohail souhail suheil سهيل
suad soad souad سعاد
sultan soltan sultaan султан سلطان
surur sorour سرور
taha طه
tahir taher tahar taahir طاهر тахир
tahsin tahseen تحسين
taj tadj تاج
talal talaal طلال
talib taleb taalib talip طالب
tamim tameem تميم
tariq tarek tarik tareq tareeq tarique طارق тарик
tawfiq tawfik taoufik tawfeeq tofiq taufik toufic tewfik towfiq toufik توفيق тофик
tayyib tayeb tayyeb taieb tayib tayyab teyeb طيب
thabit thabet sabet tabit ثابت
turki turky تركي
ubayd ubaid obeid obaid obayd oubeid عبيد
usama osama oussama ussama osamah ousama usamah أسامة اسامة اسامه
wail wael wayel وائل وايل
yasin yassin yaseen yassine yasseen yacine ياسين ясин
yasir yasser yaser yaseer yassir ياسر
zaim زعيم
zafar dafar ظفر
zahir zaher dhahir dahir zaaher ظاهر زاهر
zahid zahed زاهد
zahrani alzahrani زهراني
zaki zaky zakki zeki زكي
zakir zaker dhakir ذاكر
zayd zaid zeid زيد зейд
zayid zayed زايد
zayn zain zein zeen زين
zaynab zainab zeinab zeynab zineb زينب
ziyad ziad zyad زياد
zubayr zubair zoubeir zubeir zobair zoubayr زبير
zuhayr zuhair zouheir zoheir zuheir زهير
adam adem aadam aadan آدم адам
adil adel aadil عادل
adnan adnane عدنان
afdal afzal افضل أفضل
agha aga agah aqa أغا آغا آقا اغا
akbar ekber اكبر أكبر акбар
akhtar akhter اختر أختر
akhund akhond akhound آخوند اخوند آخند
akhundzada akhondzadeh akhunzada akhundzadeh akhundzadah آخوندزاده
ala alaa علاء
allah alloh الله
aman amaan أمان امان
amin ameen أمين امين амин
amina aminah ameena أمينة
anas anass أنس انس
anwar anvar enver anouar انور أنور анвар
aqil akil aqeel aghil عقيل
arif aref areef عارف ариф
asad asaad assaad أسعد اسعد assad esad أسد اسد асад
ashraf achraf أشرف اشرف ашраф
asif asef آصف
asim assem asem aasim asseem عاصم
ata atta ataa عطا عطاء
atiq ateeq atik atigh عتيق
ayman aiman aymen aimen eyman أيمن ايمن
azhar ازهر أزهر اظهر
azzam عزام
badr bader bedr بدر
baha bahaa بهاء
bahram behram bakhram بهرام
bakr bekr بكر
bakri bekri bakry بكري
bandar بندر
baqir bagher baqer bakir باقر
barakat berekat بركات
bashar bachar بشار
bashir bachir basheer bechir beshir بشير башир
basil basel bassel باسل
basim bassem basem باسم
bassam بسام
bilal belal bilel بلال билал
burhan borhan بورهان برهان
dhu zul dhul
diya dia zia ziya dhia diaa ضياء ضيا
farah فرح
faraj farag فرج
farhan ferhan فرحان
farhat ferhat فرحات
farhad ferhad فرهاد фархад
farid fareed فريد фарид
faris fares fariss фарис فارس
faruq farouk farooq faruk farough farooque faroug فاروق фарук
fahd fahad fahed فهد
fahmi fehmi fahmy فهمي
fadil fadel fazil fadhil fazel fadhel فاضل фазиль
fadl fazl fazal fadhl فضل
fatima fatma fatemeh fatimah fatime fadumo faadumo fathima فاطمة فاطمه фатима
fattah fatah fettah فتاح
fath فتح
fathi fethi fathy فتحي
fawaz fawwaz فواز
fawzi fawzy faouzi fouzi fauzi fevzi فوزي
faysal faisal feisal faycal faizal feysal fayssal فيصل фейсал
fayez faiz fayiz faez feyz فايز فائز فيض
fayyad fayad fayyadh fayaz fayadh فياض
fuad fouad foad fuaad фуад فؤاد
ghalib ghaleb galib غالب
ghassan gassan غسان
ghulam gholam gulam qolam golam ghollam غلام гулам
gul gol گل كل
jan djan جان
janan جانان
lala لالا
mir meer мир مير
mirza мирза ميرزا
nabi nabiy نبي
nadim nadeem نديم
naqib nakib نقيب
nazih nazeeh نزيه
noorzai nurzai نورزي
pahlawan pahlavan pehlivan پهلوان
quli gholi kuli قلی قلي
qurayshi qureshi quraishi koreichi koraichi قريشي قريشی
rustam rostam rustem рустам рустем رستم
sarwar sarvar
shamsi شمسي
shams chams شمس
sher شير
shura shoura شورى
sohrab suhrab сухраб سهراب
taqi tagi taghi تقي
tikriti takriti tekriti تكريتي
ujayli ajili ojaili عجيلي
utaybi otaibi oteibi عتيبي
yala yaala يعلى
yazdi يزدي
yazid yezid yazeed yazied يزيد
zada zadeh zadah zade zoda زاده زادة
zarif zareef ظريف
mashhadani mashadani mechhadani مشهداني
maliki maleki مالكي
maghribi maghrabi elmaghraby magrebi moghrabi maghraby megherbi مغربي
masri misri masry مصري
libi lybi ليبي
suri souri soori سوري
tunisi tounsi tunsi تونسي
jazairi djazairi algeri جزائري
iraqi iraki عراقي
yamani yemeni yamany يماني
hijazi hejazi hegazi حجازي
najdi نجدي
shami chami شامي
baghdadi bagdadi بغدادي
samarrai samaraie samarai samarra سامرائي
duri douri doori دوري
karimi kareemi كريمي كريمى
ahmadi ahmedi احمدي أحمدي
mohammadi muhammadi mohammedi محمدي
rahimi raheemi رحيمي
rezai rezaei rezaie rezaee rezayi رضايي رضائي
jafari jaafari jafary جعفري
akbari اكبري
mousavi musavi moosavi mosavi musawi moussavi mousawi moussawi موسوي
karzai كرزي
ahmadzai احمدزي
ghiyath ghiyas ghias ghiath ghayas gheyas ghiassou gheyath غياث
iwad ewaz iwaz ivaz evaz awaz عوض
wathiq wasiq wasseq wassiq vasiq watheq وثيق
thaqib saqib thaqeb ثاقب
thana sana thanaa sanaa ثناء ثنا
ghawth ghaus ghous ghouse ghauth gaus غوث
layth laith leith lais leyth ليث
ishaqzai ishakzai eshaqzai ishaqzay اسحاقزي
alizai alizay عليزي
barakzai barakzay baraksai باركزي
achakzai achekzai اچكزي
popalzai popalzay پوپلزي
dawlat daulat dowlat دولت دولة
abidin abideen abedin abeddin abedine عابدين
abid abed aabid عابد
hashimi hashemi hashmi hachemi haschemi هاشمي
qahtani kahtani ghahtani قحطاني
harbi حربي
ghamdi gamdi ghamidi غامدي
shammari shamari chammari شمري
dulaymi dulaimi dulaymy duleimi دليمي
jaburi jabouri juburi jubouri jobouri jibouri جبوري
ubaydi obaidi ubaidi obeidi عبيدي
rawi raoui راوي
ani aani عاني
zawahiri zawahri dhawahiri thawahiri ظواهري
zarqawi zarkawi zerqaoui زرقاوي
qaddafi gaddafi kadhafi gadhafi qadhafi kaddafi gathafi qathafi قذافي
khomeini khumayni khomeyni خميني
khamenei khamenehi khamenaei khameneyi خامنهاي
rafsanjani رفسنجاني
soleimani sulaymani suleimani soleymani sulaimani soleymany سليماني
ebrahimi ibrahimi ebrahimy ابراهيمي
kazemi kazimi kadhimi kathimi كاظمي
hakimi hakeemi حكيمي
amini ameeni اميني
moradi muradi مرادي
heydari haidari heidari haydari حيدري
qasimi qasemi ghasemi qassemi kasimi ghassemi gasemi قاسمي
sadeghi sadiqi sadeqi sadeki صادقي
shirazi شيرازي
tehrani طهراني تهراني
isfahani esfahani اصفهاني
tabrizi تبريزي
salehi salihi صالحي
yusufi yousefi yousofi yusofi يوسفي
yaqubi yaghoubi yaqoubi yacoubi يعقوبي
mahmudi mahmoudi mahmoodi محمودي
abbasi عباسي
asadi اسدي
nazari nezari نظري
mohseni muhsini محسني
mansouri mansuri mansoori منصوري
norouzi nowruzi noroozi nouruzi نوروزي
sultani soltani سلطاني
zamani زماني
rostami رستمي
mazlum mazloum mazloom مظلوم
nazmi nadhmi نظمي
fakhr fakher فخر
fakhri fakhry فخري
faruqi farooqi farouki فاروقي
ansari ansary انصاري
ghaznavi غزنوي
qandahari kandahari قندهاري
hilmi helmi حلمي
hilali helali هلالي
kubaysi kubaisi kobeissi qubaysi كبيسي
zubaydi zubaidi zobeidi zubeidi زبيدي
azzawi azawi عزاوي
bayati bayyati بياتي
saadi sadi saadie سعدي
shaybani shaibani sheibani cheibani شيباني
umari omari omary عمري
uthmani othmani osmani عثماني
uday udai oday odai oudai ouday عدي
awwad awad awadh aouad aouwad عواد
awadi aouadi awady aouady عوادي
`;

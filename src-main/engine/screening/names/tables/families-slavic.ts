/**
 * Given names of eastern Europe and the Caucasus with their western forms: Russian, Ukrainian, Belarusian, Bulgarian and Serbian ones first in the
 * romanisations passports use, then in Cyrillic. One name a line.
 */
export const slavicFamilies = `
aleksandr alexander aleksander alexandre alessandro alejandro alexandr alexandros oleksandr aliaksandr aleksandar alyaksandr iskandar eskandar iskander alexandru oleksander александр олександр аляксандр александар
aleksandra alexandra oleksandra aliaksandra александра олександра
aleksei alexei alexey aleksey alexej aleksej aleksii oleksii oleksiy aliaksei alyaksey aliaksey alexis alexy олексій алексей аляксей
anatoly anatoli anatoliy anatolii anatolij anatol anatole анатолий анатолій анатоль
andrei andrey andrej andrii andriy andrij andreas andrew andre andrea andres andrzej andy андрей андрій
anna anne ana hanna ganna anya ann анна ганна
anton antoni antonio antony anthony antoine antonij antonius anthonius tony антон антоний
arkady arkadi arkadiy arkadii arkadij аркадий аркадій
arseny arseniy arsenii arseni арсений
artem artyom artiom artsiom artjom artemy артем артём арцём
bogdan bohdan bahdan богдан
boris borys barys борис барыс
daria darya dariya daryna dariia дарья дарина
daniil danil danylo danila daniel danijel daniele danilo danny daniell даниил данило данил даниель
denis dennis denys dzianis dionisio денис дзяніс
dmitry dmitri dmitriy dmitrii dmitrij dmytro dzmitry dimitri dimitry dimitrij dimitrios dimitar dmytrii dimitris дмитрий дмитро дзмітрый димитър
ekaterina yekaterina katerina kateryna katsiaryna catherine katherine katarina ecaterina catalina kathryn cathy kate екатерина катерина
elena yelena olena helena alena jelena ielena helen elene hellen helene елена олена алена
eduard edward edouard eduardo edvard eduards ed eddie эдуард едуард
egor yegor jegor yehor iegor yahor егор єгор
evgeny evgeni yevgeny yevgeni evgeniy yevgeniy evgenii yevgenii evgenij yevhen yevhenii yauheni eugene eugen eugenio jewgeni jevgeni jevgenij yevgen yevheniy evgueni yauhen evgen ievgen ievgenii evhen eugenijus евгений євген яўген євгеній
evgenia yevgenia evgeniya yevgeniya yevheniia eugenia евгения євгенія
fyodor fedor fiodor feodor fedir fjodor theodore theodor teodoro teodor theodoros фёдор федор федір
gennady gennadi gennadiy gennadii gennadij hennadii henadz hennadiy guennadi геннадий геннадій
georgy georgi georgiy georgii george georg jorge giorgi georges giorgio heorhii heorhiy gheorghe georgios yorgos jordi георгий георгій георги
gleb hlib hleb глеб гліб
grigory grigori grigoriy grigorii grigorij hryhorii hryhoriy gregory gregor gregorio gregoire ryhor hryhory grigor grzegorz greg григорий григорій рыгор
igor ihor ihar игорь ігор ігар
ilya ilia iliya illia ilja illya ilyya илья ілля ілья
inna инна
irina iryna irena irene irine ірина ирина
ivan iwan ivane ioan john juan jean johann johannes giovanni joao ioannis jovan johan ian jon johnny jack hans ivanko янка иван іван
kirill kiril kyrylo cyril kyril kiryl kyrill кирилл кирило
konstantin konstantine constantine kostyantyn kanstantsin constantin konstantinos kostiantyn константин костянтин канстанцін
ksenia kseniya xenia ksenya ksenija ксения
larisa larissa laryssa larysa лариса
leonid leanid leonyd леонид леонід
lev leo leon leone лев
liudmila lyudmila ludmila ljudmila liudmyla lyudmyla людмила
lyubov liubov lubov ljubov любовь любов
maksim maxim maksym maxime maksims massimo maximo max максим
margarita marharyta margaret margarete margherita маргарита
maria mariya marija mary marie mariia мария марія
marina maryna marijna марина
matvei matvey matthew mateo matteo matthias mateusz matviy matvii mattheus mathieu matt матвей матвій
mikhail mikhael michail mihail michael mykhailo mykhaylo miguel michel mihailo mihai mikael mikail mikayil mikhayl mixail mykhail michele mihajlo mikhal mike михаил михайло міхаіл
mykola nikolai nikolay nikolaj nikolas nicholas nicolas nikola mikalai mikolai nicolae nicolai nikolaos nikolaus niklas nicola mikalay klaus mykolai nick николай микола мікалай никола
nadezhda nadiia nadezda nadzeya nadejda надежда надія
natalia natalya nataliya nataliia natallia natalija natalie nathalie natalja natalka наталья наталия наталія
nikita mykyta mikita никита микита
oksana oxana aksana оксана
oleg oleh aleh олег алег
olga olha volha olya ольга волга
pavel pavlo paul pablo paolo pavol pavle pawel pol paulo paavo павел павло
petr pyotr piotr petro peter pedro pierre petar pjotr pietro petros pete petrus пётр петр петро
polina paulina polyna полина
roman raman romain роман раман
ruslan rouslan руслан
semyon semen simon simeon semion shimon simone semjon семен семён
sergei sergey sergej serhii serhiy serge sergio siarhei serhey sergii sergiy syarhey serhij serguei siarhey сергей сергій сяргей
stanislav stanislaw stanislau stanislaus станислав станіслав
stepan stefan stephen steven stephan stefano esteban stephane steve steffen stefanos scipan степан стефан
svetlana svitlana sviatlana svyatlana светлана світлана святлана
tatyana tatiana tetiana tatsiana tetyana tatjana татьяна тетяна
timofey timofei timothy tymofii tymofiy timoteo tim тимофей
timur taimur teymur temur timour teimour тимур
vadim vadym vadzim wadim вадим
valentin valentyn valiantsin valentine валентин
valentina valentyna valiantsina валентина
valery valeri valeriy valerii valerij valerie valerio valer walerij walerii валерий валерій
vasily vasili vasiliy vasilii vasyl vasil basilio vasilij vassili vasile wassili wasyl vassily vassilios vasilios wasili василий василь
vera viera vira вера віра
veronika veronica вероника
viacheslav vyacheslav vjaceslav viatcheslav viacheslau wjatscheslaw vyacheslau вячеслав в'ячеслав
viktor victor viktar wiktor vittorio vic виктор віктор віктар
viktoria victoria viktoriya viktoriia viktoryia виктория вікторія
vitaly vitali vitaliy vitalii vitalij vital witali виталий віталій
vladimir volodymyr uladzimir wladimir volodimir vladimer uladzimer vladymyr владимир володимир уладзімір
vladislav vladyslav wladyslaw uladzislau vladislau wladislaw ladislav владислав уладзіслаў
vsevolod usevalad wsewolod всеволод
yaroslav jaroslav jaroslaw iaroslav yaraslau ярослав
yulia julia yuliya iuliia juliya yuliia iulia julija giulia юлия юлія
yuri yury yuriy yurii iurii juri jury jurij iouri youri iuri yurij youry jurii юрий юрій юры
zinaida zinayida зинаида
zoran зоран
zurab zourab зураб
aslan аслан
shamil chamil szamil шамиль
islam eslam ислам إسلام
artur arthur arturo artour артур
ashot achot ашот
armen армен
garik harik гарик
gevorg kevork геворг
hovhannes ovanes оганес
tigran dikran тигран
vahan vagan ваган
otari otar otary отар
nodar нодар
zviad звиад
avtandil автандил
nursultan нурсултан
nurlan nourlan нурлан
bakhtiyar bakhtiar bakhtiyor bahtiyar бахтияр
rinat renat ринат
ravil rawil равиль
marat марат
kenan kanan
dragan драган
dusan dushan душан
milan милан
milorad милорад
miroslav miroslaw myroslav miraslau мирослав
nemanja немања
nenad ненад
ratko ратко
slobodan слободан
srdjan srdan srgjan срђан
vojislav voislav војислав
zeljko zhelko жељко
goran горан
zdravko здравко
branislav bronislav branislaw бранислав
radovan радован
ognjen ognen огњен
jovica jovitsa јовица
sinisa sinisha синиша
rostislav rastislau rostyslav ростислав
svyatoslav sviatoslav svjatoslav swiatoslaw святослав
lyudvig ludwig ludvig ludovic
mark marc marco marek marcos marko markus marcus марк
lukas lucas luka luke luca luc лука
filipp filip philip phillip philippe felipe filippo филипп
ignat ignaty ignatius ignacio ignazio игнат
yakov iakov jakov jacob jakob iacob jacques james jaime giacomo iago jacobus yakiv jim jimmy яков яків
adolf adolfo adolph adolphe
adrian adriano hadrian adrien
`;

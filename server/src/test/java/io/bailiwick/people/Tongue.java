package io.bailiwick.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How people of one language are called. Each name stands with what it becomes in an address.
 *
 * @param weight how many of a hundred people are called so
 * @param familyFirst whether the family's name comes first
 * @param gap what stands between the two
 */
record Tongue(int weight, boolean familyFirst, String gap, List<Name> given, List<Name> families) {
    /** A name and its plain letters. */
    record Name(String written, String plain) {}

    private static final List<Tongue> ALL = List.of(
            new Tongue(14, false, " ", names("""
                    Olivia James Amelia George Isla Harry Ava Jack Mia Noah Freya Charlie Grace Thomas Emily Oscar Sophie
                    William Ella Henry Alice Samuel Ruby Daniel Hannah Edward Lucy Adam Zoe Patrick"""), names("""
                    Smith Jones Taylor Brown Wilson Evans Walker White Roberts Green Hall Wood Harris Clark Cooper King
                    Baker Turner Hughes Edwards Collins Bennett Cook Bailey Murphy O’Brien Shaw Ellis Chapman Whitfield""")),
            new Tongue(12, false, " ", names("""
                    José|jose Lucía|lucia María|maria Andrés|andres Sofía|sofia Íñigo|inigo Martín|martin Inés|ines
                    Álvaro|alvaro Núria|nuria João|joao Antônio|antonio Conceição|conceicao Luís|luis Débora|debora Raúl|raul
                    Paula Mateo Valentina Diego Camila Hugo Elena Pablo Daniela Javier Carmen Tomás|tomas Beatriz Óscar|oscar"""), names("""
                    García|garcia Fernández|fernandez Muñoz|munoz Peña|pena López|lopez Gómez|gomez Ibáñez|ibanez
                    Gonçalves|goncalves Araújo|araujo Magalhães|magalhaes Simões|simoes Ordóñez|ordonez Vázquez|vazquez
                    Castillo Romero Navarro Torres Silva Santos Pereira Costa Oliveira Reyes Morales Ortega Delgado Castro
                    Rubio Molina Suárez|suarez""")),
            new Tongue(12, false, " ", names("""
                    Jürgen|juergen Käthe|kaethe Günther|guenther Françoise|francoise Élodie|elodie Loïc|loic Zoë|zoe
                    Björn|bjorn Åsa|asa Søren|soren Jörg|joerg Bärbel|baerbel Anaïs|anais Benoît|benoit Thérèse|therese
                    Łukasz|lukasz Zbigniew Małgorzata|malgorzata Jiří|jiri Şebnem|sebnem İbrahim|ibrahim Çağla|cagla Gülşah|gulsah
                    Ágnes|agnes Győző|gyozo Ștefan|stefan Ioana Đorđe|dorde Žarko|zarko Nguyễn|nguyen"""), names("""
                    Müller|mueller Schröder|schroeder Weiß|weiss Lefèvre|lefevre Hébert|hebert Çelik|celik Yılmaz|yilmaz
                    Öztürk|ozturk Nowak Wójcik|wojcik Kowalczyk Zieliński|zielinski Dvořák|dvorak Černý|cerny Novák|novak
                    Jørgensen|jorgensen Sørensen|sorensen Åberg|aberg Lindström|lindstrom Hämäläinen|hamalainen Korhonen
                    Szabó|szabo Tóth|toth Kovács|kovacs Popescu Ionescu Petrović|petrovic Đukić|dukic Trần|tran Phạm|pham""")),
            new Tongue(12, false, " ", names("""
                    Иван|ivan Анна|anna Сергей|sergey Ольга|olga Дмитрий|dmitry Татьяна|tatyana Алексей|alexey Наталья|natalya
                    Олександр|oleksandr Оксана|oksana Тарас|taras Леся|lesya Богдан|bohdan Милица|milica Георги|georgi
                    Елена|elena Пётр|petr Мария|maria Юлия|yulia Фёдор|fedor"""), names("""
                    Иванова|ivanova Смирнов|smirnov Кузнецова|kuznetsova Попов|popov Соколова|sokolova Лебедев|lebedev
                    Козлова|kozlova Новиков|novikov Морозова|morozova Шевченко|shevchenko Бондаренко|bondarenko Коваль|koval
                    Ткаченко|tkachenko Петров|petrov Димитрова|dimitrova Јовановић|jovanovic Щербаков|shcherbakov
                    Жукова|zhukova Ершов|ershov Яковлева|yakovleva""")),
            new Tongue(4, false, " ", names("""
                    Γιώργος|giorgos Μαρία|maria Ελένη|eleni Δημήτρης|dimitris Κωνσταντίνος|konstantinos Αικατερίνη|katerina
                    Νίκος|nikos Σοφία|sofia Θανάσης|thanasis Ιωάννα|ioanna"""), names("""
                    Παπαδόπουλος|papadopoulos Παππάς|pappas Καραγιάννης|karagiannis Βλάχος|vlachos Οικονόμου|oikonomou
                    Γεωργίου|georgiou Αντωνίου|antoniou Μακρής|makris Λάμπρου|lamprou Ζαχαρίου|zachariou""")),
            new Tongue(8, false, " ", names("""
                    محمد|mohammed فاطمة|fatima أحمد|ahmed عائشة|aisha يوسف|yousef مريم|maryam عمر|omar نور|nour خالد|khaled
                    ليلى|layla حسن|hassan زينب|zainab پریسا|parisa رضا|reza"""), names("""
                    الحداد|alhaddad العلي|alali المصري|almasri النجار|alnajjar الخطيب|alkhatib السعيد|alsaeed الشامي|alshami
                    حسيني|hosseini احمدی|ahmadi الزهراني|alzahrani عثمان|othman منصور|mansour""")),
            new Tongue(4, false, " ", names("""
                    דוד|david שרה|sarah נועם|noam תמר|tamar יוסף|yosef מיכל|michal איתי|itai רחל|rachel אברהם|avraham נועה|noa"""), names("""
                    כהן|cohen לוי|levi מזרחי|mizrahi פרץ|peretz ביטון|biton אברהמי|avrahami פרידמן|friedman כץ|katz שפירא|shapira
                    גולדברג|goldberg""")),
            new Tongue(12, true, "", names("""
                    伟|wei 芳|fang 娜|na 秀英|xiuying 敏|min 静|jing 丽|li 强|qiang 磊|lei 军|jun 洋|yang 勇|yong 艳|yan 杰|jie 娟|juan
                    涛|tao 明|ming 超|chao 霞|xia 文|wen 子轩|zixuan 雨桐|yutong 浩然|haoran 思琪|siqi"""), names("""
                    王|wang 李|li 张|zhang 刘|liu 陈|chen 杨|yang 黄|huang 赵|zhao 吴|wu 周|zhou 徐|xu 孙|sun 马|ma 朱|zhu 胡|hu 郭|guo
                    何|he 高|gao 林|lin 欧阳|ouyang""")),
            new Tongue(7, true, " ", names("""
                    太郎|taro 花子|hanako 翔|sho さくら|sakura 健太|kenta 愛子|aiko 陽菜|hina 大輔|daisuke 美咲|misaki 直樹|naoki
                    ケンジ|kenji ユキ|yuki"""), names("""
                    佐藤|sato 鈴木|suzuki 高橋|takahashi 田中|tanaka 渡辺|watanabe 伊藤|ito 山本|yamamoto 中村|nakamura 小林|kobayashi
                    加藤|kato 吉田|yoshida 髙﨑|takasaki""")),
            new Tongue(5, true, "", names("""
                    민준|minjun 서연|seoyeon 지훈|jihun 하은|haeun 도윤|doyun 수아|sua 예준|yejun 지우|jiwoo 현우|hyunwoo 유진|yujin"""), names("""
                    김|kim 이|lee 박|park 최|choi 정|jung 강|kang 조|cho 윤|yoon 장|jang 임|lim""")),
            new Tongue(6, false, " ", names("""
                    आरव|aarav प्रिया|priya विवान|vivaan अनन्या|ananya रोहन|rohan दीपिका|deepika राहुल|rahul काव्या|kavya सुनीता|sunita
                    ईशान|ishaan"""), names("""
                    शर्मा|sharma वर्मा|verma गुप्ता|gupta कपूर|kapoor सिंह|singh पटेल|patel मिश्रा|mishra जोशी|joshi रेड्डी|reddy अय्यर|iyer""")),
            new Tongue(4, false, " ", names("""
                    สมชาย|somchai สุดา|suda นภา|napa ქეთევან|ketevan გიორგი|giorgi Արամ|aram Անահիտ|anahit தமிழ்|tamil மாலா|mala
                    অর্ণব|arnab"""), names("""
                    ใจดี|jaidee แสงทอง|saengthong ბერიძე|beridze კაპანაძე|kapanadze Պետրոսյան|petrosyan Սարգսյան|sargsyan
                    கணேசன்|ganesan முருகன்|murugan চৌধুরী|chowdhury সেন|sen""")));

    /** All of them; their weights make a hundred. */
    static List<Tongue> all() {
        return ALL;
    }

    private static List<Name> names(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.split("\\|"))
                .map(word -> new Name(word[0], word.length > 1 ? word[1] : plain(word[0])))
                .toList();
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}

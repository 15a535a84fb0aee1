#include "ownstyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace Qt::Literals;

namespace {

/// A line of a list that runs from right to left.
QImage seen(const QString &text)
{
    QListWidget list;
    list.addItem(text);
    list.setLayoutDirection(Qt::RightToLeft);
    list.resize(200, 60);
    list.show();
    return list.viewport()->grab().toImage();
}

int lightest(const QImage &image)
{
    int lightest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            lightest = std::max(lightest, image.pixelColor(x, y).lightness());
    }
    return lightest;
}

}

class TestOwnStyle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new OwnStyle); }

    void aTextIsReadInItsOwnDirection_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"3 Idiots"_s, u"2001: A Space Odyssey"_s, u"1990–1999"_s, u"Who?"_s,
                                    u"A title that is too long for the line in which it stands"_s})
            QTest::newRow(qUtf8Printable(text)) << text;
    }

    void aTextIsReadInItsOwnDirection()
    {
        QFETCH(const QString, text);
        const QString marked = QChar(0x202a) + text + QChar(0x202c); // left to right, whatever stands around it
        QCOMPARE(seen(text), seen(marked));
    }

    void theSignThatClearsAFieldIsSeenInTheDark()
    {
        const QPalette before = QApplication::palette();
        QApplication::setPalette(QPalette(QColor(49, 54, 59), QColor(27, 30, 32)));
        QLineEdit field;
        field.setClearButtonEnabled(true);
        field.resize(200, field.sizeHint().height());
        field.setText(u" "_s);
        field.show();
        QTest::qWait(300); // it fades in
        const QImage image = field.grab().toImage();
        const int side = image.height() - 6;
        QVERIFY(lightest(image.copy(image.width() - image.height(), 3, side, side)) > 200);
        QApplication::setPalette(before);
    }

    void whatCanBeTickedIsSeenInTheDark()
    {
        const QPalette before = QApplication::palette();
        QApplication::setPalette(QPalette(QColor(49, 54, 59), QColor(27, 30, 32)));
        QCheckBox box; // without a text: all that is light is its outline
        box.resize(box.sizeHint());
        box.show();
        QVERIFY(lightest(box.grab().toImage()) > 140);
        QApplication::setPalette(before);
    }
};

QTEST_MAIN(TestOwnStyle)
#include "tst_ownstyle.moc"

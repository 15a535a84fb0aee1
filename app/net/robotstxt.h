#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

/// What a robots.txt allows a program to read (RFC 9309). Empty allows everything.
class RobotsTxt
{
public:
    /// Reads the group of this product, or the one of "*".
    static RobotsTxt parse(const QByteArray &text, const QString &product);
    /// Nothing is allowed: the file exists but cannot be had.
    static RobotsTxt closed();

    bool allows(const QUrl &url) const;

private:
    struct Rule
    {
        bool allow = false;
        QString path; ///< may hold * and end with $
    };
    QList<Rule> m_rules;
};

using AjsPantry.Features.Account.Profile;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Feedback.Ratings.Photos;
using AjsPantry.Features.Fines;
using AjsPantry.Features.Notices;
using AjsPantry.Features.Requests;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Security;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.MyData;

/// <summary>
/// Everything the pantry keeps about the signed-in person, for them to take along. Secrets and their hashes are no part of it.
/// </summary>
public sealed class MyDataQuery(PantryDb db, Caller caller, ProfileQuery profile, TimeProvider clock)
{
    public async Task<object> ReadAsync(CancellationToken cancellationToken)
    {
        var me = caller.Person!;
        var invitations = db.Invitations;
        var bills = db.Bills;
        var ratings = db.Ratings;
        var tea = db.TeaDuties;
        var notices = db.Notices;
        var settings = db.NoticeSettings;
        var requests = db.Requests;
        var photos = db.RatingPhotos;
        return new
        {
            MadeAt = clock.GetUtcNow(),
            Residence = me.Tenant.Name,
            me.Number,
            Role = me.Role.Words(),
            Floor = me.Floor?.Name,
            Profile = await profile.ReadAsync(cancellationToken),
            Sessions = await db.Sessions.Where(session => session.MemberId == me.Id).OrderBy(session => session.StartedAt)
                .Select(session => new { session.StartedAt, session.LastSeenAt, session.Device, session.Address, session.SharedDevice })
                    .ToListAsync(cancellationToken),
            SignIns = await db.SecurityEvents.Where(happened => happened.MemberId == me.Id).OrderBy(happened => happened.At)
                .Select(happened => new { happened.At, happened.Kind, happened.Address, happened.Device }).ToListAsync(cancellationToken),
            Invitations = await invitations.Where(invitation => invitation.MemberId == me.Id).OrderBy(invitation => invitation.CreatedAt)
                .Select(invitation => new
                {
                    invitation.Kind,
                    invitation.CreatedAt,
                    invitation.ExpiresAt,
                    invitation.UsedAt,
                    invitation.WithdrawnAt
                }).ToListAsync(cancellationToken),
            ChangesToMe = await db.AuditEntries.Where(entry => entry.ThingId == me.Id).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
                .Select(entry => new { entry.At, By = entry.ActorName, entry.Kind, entry.Before, entry.After, entry.Reason })
                    .ToListAsync(cancellationToken),
            // Without the values: what somebody did to another person's row is the other person's.
            ChangesByMe = await db.AuditEntries.Where(entry => entry.ActorId == me.Id).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
                .Select(entry => new { entry.At, entry.Address, entry.Kind, entry.Thing, entry.Reason }).ToListAsync(cancellationToken),
            Ratings = await ratings.Where(rating => rating.MemberId == me.Id).OrderBy(rating => rating.Menu!.Date)
                .Select(rating => new
                {
                    rating.Menu!.Date,
                    rating.Menu.Dish!.Name,
                    rating.Stars,
                    rating.Comment,
                    rating.Answer,
                    rating.WithdrawnAt,
                    rating.HiddenAt,
                    rating.HiddenReason,
                    Photo = photos.Where(photo => photo.RatingId == rating.Id).Select(photo => photo.Bytes).FirstOrDefault()
                }).ToListAsync(cancellationToken),
            Ideas = await db.Ideas.Where(idea => idea.AuthorId == me.Id).OrderBy(idea => idea.CreatedAt)
                .Select(idea => new
                {
                    idea.Title,
                    idea.Text,
                    About = idea.Dish!.Name,
                    State = idea.State.ToString(),
                    idea.Answer,
                    idea.CreatedAt
                }).ToListAsync(cancellationToken),
            VotesForIdeas = await db.Ideas.Where(idea => idea.Votes.Any(vote => vote.MemberId == me.Id)).OrderBy(idea => idea.CreatedAt)
                .Select(idea => new
                {
                    idea.Title,
                    VotedAt = idea.Votes.Where(vote => vote.MemberId == me.Id).Select(vote => vote.CreatedAt).First()
                }).ToListAsync(cancellationToken),
            Comments = await db.IdeaComments.Where(comment => comment.AuthorId == me.Id).OrderBy(comment => comment.CreatedAt)
                .Select(comment => new { comment.Text, comment.CreatedAt, comment.WithdrawnAt, comment.HiddenAt, comment.HiddenReason })
                    .ToListAsync(cancellationToken),
            Fines = await db.Fines.Where(fine => fine.MemberId == me.Id).OrderBy(fine => fine.Date)
                .Select(fine => new
                {
                    fine.Date,
                    fine.Amount,
                    fine.Reason,
                    State = fine.State.ToString(),
                    fine.SettledAt,
                    fine.SettledWith
                }).ToListAsync(cancellationToken),
            Notices = await notices.Where(notice => notice.MemberId == me.Id).OrderBy(notice => notice.CreatedAt)
                .Select(notice => new { notice.Kind, notice.Title, notice.Text, notice.CreatedAt, notice.ReadAt })
                    .ToListAsync(cancellationToken),
            WhatIAmTold = await settings.Where(choice => choice.MemberId == me.Id)
                .Select(choice => new { NotByMail = choice.NoMail, NotInTheInbox = choice.NoInbox, choice.QuietFrom, choice.QuietUntil })
                    .SingleOrDefaultAsync(cancellationToken),
            Requests = await requests.Where(request => request.MemberId == me.Id).OrderBy(request => request.CreatedAt)
                .Select(request => new
                {
                    request.Kind,
                    request.From,
                    request.Until,
                    request.Reason,
                    request.State,
                    request.Comment,
                    request.CreatedAt,
                    request.DecidedAt
                }).ToListAsync(cancellationToken),
            Tea = await tea.Where(duty => duty.MemberId == me.Id).OrderBy(duty => duty.Date)
                .Select(duty => new
                {
                    duty.Date,
                    Time = duty.Slot!.Name,
                    State = duty.State.ToString(),
                    duty.Why,
                    duty.Reason,
                    duty.AcceptedAt,
                    duty.MarkedAt
                }).ToListAsync(cancellationToken),
            Bills = await bills.Where(bill => bill.RecordedById == me.Id).OrderBy(bill => bill.Date)
                .Select(bill => new
                {
                    bill.Number,
                    bill.Date,
                    bill.Shop,
                    bill.Total,
                    bill.RecordedAt,
                    bill.VoidReason,
                    Lines = bill.Lines.Select(line => new { line.Item, line.Quantity, line.Unit, line.Amount }).ToList()
                }).ToListAsync(cancellationToken),
        };
    }
}
